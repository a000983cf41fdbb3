package io.alluse.broker;

import io.alluse.activity.Action;
import io.alluse.activity.Activity.Effect;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.InstrumentReader;
import io.alluse.instrument.Notation;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Robinhood's account activity: newest first, no time, no account; fees are hidden in the amount. */
final class Robinhood extends TableReader {

    private static final Columns COLUMNS = Columns.of("Activity Date, Process Date, Settle Date, Instrument,"
            + " Description, Trans Code, Quantity, Price, Amount");
    static final Format FORMAT = TableFormat.of("robinhood", "Robinhood", COLUMNS, Robinhood::new);

    private static final Actions CODES = Actions.of("""
            BTO                      | BUY OPENS
            STO                      | SELL OPENS
            BTC                      | BUY CLOSES
            STC                      | SELL CLOSES
            Buy                      | BUY
            Sell                     | SELL
            OEXP                     | EXPIRED CLOSES
            OASGN                    | ASSIGNED CLOSES
            OEXCS                    | EXERCISED CLOSES
            CDIV, MDIV, SCAP, LCAP   | DIVIDEND
            NRAT, DTAX               | WITHHOLDING
            INT, SLIP                | INTEREST
            GOLD, AFEE, DFEE, DCF    | FEE
            GMPC, MISC               | INTEREST/FEE
            ACH, RTP, WIRE           | DEPOSIT/WITHDRAWAL
            ITRF                     | JOURNAL
            REC, ACATI, ACATO        | TRANSFER
            SPL, SPR                 | SPLIT
            CIL                      | CASH_IN_LIEU
            FUTSWP                   | JOURNAL
            OCA                      | refused: an adjusted option, whose new terms the file does not tell
            SXCH                     | refused: an exchange of shares, whose terms the file does not tell
            BCXL                     | refused: a cancelled trade, which the file does not name
            """);
    private static final Set<String> OF_OPTIONS = Set.of("BTO", "STO", "BTC", "STC", "OEXP", "OASGN", "OEXCS");
    private static final String EXPIRATION = "Option Expiration for ";

    private final InstrumentReader instruments = new InstrumentReader(Notation.ROBINHOOD);

    private Robinhood(Remarks remarks) {
        super(COLUMNS);
    }

    /** Nine empty cells and then what their lawyers wrote. */
    @Override
    String aside(Row row) {
        return row.size() == 10 && row.cell(0).isEmpty() && row.cell(8).isEmpty() ? "disclaimer" : "";
    }

    @Override
    Verdict line(Fields fields) {
        return CODES.judge(fields, "Trans Code", takes -> taken(fields, takes));
    }

    private Verdict taken(Fields fields, Meaning.Takes takes) {
        LocalDate effective = fields.date("Activity Date", Dates.US);
        Money amount = fields.money("Amount", takes.action());
        BigDecimal units = units(fields);
        Action action = fields.text("Trans Code").equals("OEXCS") ? settled(units, amount) : takes.action(amount);
        return new Draft(fields.row(), action, effective)
                .posted(fields.dateOr("Process Date", Dates.US, effective))
                .effect(effect(fields, takes))
                .of(instrument(fields, action))
                .units(units)
                .price(fields.numberOrNull("Price"))
                .amount(amount)
                .feesHiddenInAmount()
                .text(fields.text("Trans Code") + " " + fields.text("Description"))
                .taken();
    }

    /** One code for whatever becomes of an option in the money. */
    private static Action settled(BigDecimal units, Money amount) {
        return amount.isZero() ? units.signum() < 0 ? Action.EXERCISED : Action.ASSIGNED : Action.CASH_SETTLED;
    }

    /** The stock leg of an assignment says so in the last line of its description. */
    private static Effect effect(Fields fields, Meaning.Takes takes) {
        String description = fields.text("Description");
        return takes.effect() != Effect.UNSAID || description.indexOf("Option") < 0
                ? takes.effect()
                : description.endsWith("Assigned")
                        ? Effect.OF_ASSIGNMENT
                        : description.endsWith("Exercised") ? Effect.OF_EXERCISE : Effect.UNSAID;
    }

    /** An option stands in the description, all else in a column of its own. */
    private @Nullable Instrument instrument(Fields fields, Action action) {
        if (OF_OPTIONS.contains(fields.text("Trans Code"))) {
            String description = fields.text("Description");
            String option =
                    description.startsWith(EXPIRATION) ? description.substring(EXPIRATION.length()) : description;
            return fields.instrument("Description", option, instruments);
        }
        return fields.isBlank("Instrument") || action == Action.DEPOSIT || action == Action.WITHDRAWAL
                ? null
                : fields.instrument("Instrument", instruments);
    }

    /** An S behind the number takes away what is held: {@code 3S} of an expired option were long. */
    private static BigDecimal units(Fields fields) {
        String text = fields.text("Quantity");
        if (text.isEmpty()) {
            return BigDecimal.ZERO;
        }
        boolean away = text.endsWith("S");
        BigDecimal units = fields.number("Quantity", away ? text.substring(0, text.length() - 1) : text);
        return away ? units.negate() : units;
    }
}
