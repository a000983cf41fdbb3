package io.alluse.broker;

import io.alluse.activity.Action;
import io.alluse.activity.Activity.Effect;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.InstrumentReader;
import io.alluse.instrument.Notation;
import io.alluse.instrument.OptionContract;
import io.alluse.instrument.Right;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of tastyworks until February 2024: options in columns of their own, amounts before fees, local times of whoever
 * exported them, so that only the day counts.
 */
final class Tastyworks extends TableReader {

    private static final Columns COLUMNS =
            Columns.of("Date/Time, Transaction Code, Transaction Subcode, Symbol, Buy/Sell,"
                    + " Open/Close, Quantity, Expiration Date, Strike, Call/Put, Price, Fees, Amount, Description,"
                    + " Account Reference");
    static final Format FORMAT = TableFormat.of("tastyworks", "tastytrade", COLUMNS, Tastyworks::new);

    private static final String CODE = "Transaction Subcode";
    private static final Actions CODES = Actions.of("""
            Buy to Open                       | BUY OPENS
            Sell to Open                      | SELL OPENS
            Buy to Close                      | BUY CLOSES
            Sell to Close                     | SELL CLOSES
            Buy                               | BUY
            Sell                              | SELL
            Expiration                        | EXPIRED
            Assignment                        | ASSIGNED CLOSES
            Exercise                          | EXERCISED CLOSES
            Deposit, Withdrawal               | DEPOSIT/WITHDRAWAL
            Transfer                          | JOURNAL
            Credit Interest, Debit Interest   | INTEREST
            Fully Paid Stock Lending Income   | INTEREST
            Dividend                          | DIVIDEND/WITHHOLDING
            Fee, Balance Adjustment           | FEE
            INTEREST*, FROM*                  | INTEREST
            Cash Settled Assignment           | refused: an option that ended in money, told in two lines
            Cash Settled Exercise             | refused: an option that ended in money, told in two lines
            Symbol Change, Reverse Split      | refused: a change of what is held that takes two lines
            Forward Split, Stock Merger       | refused: a change of what is held that takes two lines
            Special Dividend, Stock Dividend  | refused: a change of what is held that takes two lines
            ACAT                              | refused: a transfer whose direction the file does not tell
            Mark to Market                    | refused: the daily settlement of a future
            """);

    private final InstrumentReader instruments = new InstrumentReader(Notation.OCC);

    private Tastyworks(Remarks remarks) {
        super(COLUMNS);
    }

    @Override
    Verdict line(Fields fields) {
        return CODES.judge(fields, CODE, said(fields), takes -> taken(fields, takes));
    }

    /** Interest used to be a deposit. */
    private static String said(Fields fields) {
        String description = fields.text("Description");
        boolean interest = description.startsWith("INTEREST") || description.startsWith("FROM ");
        return interest && fields.text(CODE).equals("Deposit") ? description : fields.text(CODE);
    }

    private Verdict taken(Fields fields, Meaning.Takes takes) {
        Money gross = fields.money("Amount");
        Money fees = fields.moneyOrZero("Fees");
        boolean leg = fields.text("Transaction Code").equals("Receive Deliver") && isTrade(takes.action());
        return new Draft(fields.row(), takes.action(gross), day(fields))
                .account(fields.text("Account Reference"))
                .effect(leg ? Effect.UNSAID : takes.effect())
                .of(instrument(fields))
                .units(fields.numberOrZero("Quantity"))
                .price(fields.numberOrNull("Price"))
                .amount(gross.minus(fees))
                .fees(fees)
                .text(fields.text("Description"))
                .taken();
    }

    private static boolean isTrade(Action action) {
        return action == Action.BUY || action == Action.SELL;
    }

    private static LocalDate day(Fields fields) {
        String text = fields.text("Date/Time");
        int blank = text.indexOf(' ');
        LocalDate day = Dates.US.parse(blank < 0 ? text : text.substring(0, blank));
        if (day == null) {
            throw fields.refused("Date/Time", "a time such as 01/31/2023 3:36 PM", "none");
        }
        return day;
    }

    private @Nullable Instrument instrument(Fields fields) {
        if (fields.isBlank("Symbol")) {
            return null;
        }
        return fields.isBlank("Call/Put") ? fields.instrument("Symbol", instruments) : option(fields);
    }

    private static OptionContract option(Fields fields) {
        BigDecimal strike = fields.number("Strike");
        LocalDate expiry = fields.date("Expiration Date", Dates.US);
        Right right = switch (fields.text("Call/Put")) {
            case "C", "CALL" -> Right.CALL;
            case "P", "PUT" -> Right.PUT;
            default -> throw fields.refused("Call/Put", "C or P", "neither");
        };
        try {
            return new OptionContract(fields.text("Symbol"), expiry, strike, right, OptionContract.USUAL_MULTIPLIER);
        } catch (IllegalArgumentException e) {
            throw fields.refused("Symbol", "the root of an option", "none");
        }
    }
}
