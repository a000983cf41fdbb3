package io.alluse.broker;

import io.alluse.activity.Action;
import io.alluse.activity.Activity.Effect;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.InstrumentReader;
import io.alluse.instrument.Notation;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Firstrade's account history: oldest first, fees hidden in the amount, options only in the description. */
final class Firstrade extends TableReader {

    private static final Columns COLUMNS = Columns.of("Symbol, Quantity, Price, Action, Description, TradeDate,"
            + " SettledDate, Interest, Amount, Commission, Fee, CUSIP, RecordType");
    static final Format FORMAT = TableFormat.experimental("firstrade", "Firstrade", COLUMNS, Firstrade::new);

    private static final Actions ACTIONS = Actions.of("""
            BUY      | BUY
            SELL     | SELL
            Dividend | DIVIDEND/WITHHOLDING
            Interest | INTEREST
            """);

    /** What {@code Other} is, by its description. */
    private static final Actions OTHERS = Actions.of("""
            ACH*, WIRE*, DEPOSIT*, WITHDRAWAL*, CHECK* | DEPOSIT/WITHDRAWAL
            WIRE FEE*, ADR FEE*, SERVICE FEE*, REORG*  | FEE
            TFR*, JOURNAL*, TRANSFER*, ACAT*           | JOURNAL
            """);

    private static final Actions ENDS = Actions.of("""
            ASSIGNED  | ASSIGNED CLOSES
            EXERCISED | EXERCISED CLOSES
            EXPIRED   | EXPIRED CLOSES
            """);

    private final InstrumentReader symbols = new InstrumentReader(Notation.OCC);
    private final InstrumentReader options = new InstrumentReader(Notation.DESCRIPTION);

    private Firstrade(Remarks remarks) {
        super(COLUMNS);
    }

    @Override
    Verdict line(Fields fields) {
        if (!fields.text("Action").equalsIgnoreCase("Other")) {
            return ACTIONS.judge(fields, "Action", takes -> taken(fields, takes));
        }
        boolean ofOption = fields.isBlank("Symbol") && options.read(fields.text("Description")) != null;
        return ofOption
                ? ENDS.judge(fields, "Description", end(fields), takes -> taken(fields, takes))
                : OTHERS.judge(fields, "Description", takes -> taken(fields, takes));
    }

    private static String end(Fields fields) {
        String description = fields.text("Description");
        return description.contains("EXPIR")
                ? "EXPIRED"
                : description.endsWith("ASSIGNED")
                        ? "ASSIGNED"
                        : description.endsWith("EXERCISED") ? "EXERCISED" : description;
    }

    private Verdict taken(Fields fields, Meaning.Takes takes) {
        Money amount = fields.money("Amount", takes.action());
        LocalDate effective = fields.date("TradeDate", Dates.ISO);
        BigDecimal quantity = fields.numberOrZero("Quantity");
        Action action = takes.action(amount, quantity);
        return new Draft(fields.row(), action, effective)
                .effect(effect(fields, takes))
                .of(instrument(fields, action))
                .units(quantity)
                .price(fields.priceOrNull("Price"))
                .amount(amount)
                .fees(fields.moneyOrZero("Commission").plus(fields.moneyOrZero("Fee")))
                .feesHiddenInAmount()
                .text(fields.text("Description"))
                .taken();
    }

    private static Effect effect(Fields fields, Meaning.Takes takes) {
        String description = fields.text("Description");
        if (takes.effect() != Effect.UNSAID) {
            return takes.effect();
        }
        return description.endsWith("OPEN CONTRACT")
                ? Effect.OPENS
                : description.endsWith("CLOSING CONTRACT")
                        ? Effect.CLOSES
                        : description.endsWith("ASSIGNED")
                                ? Effect.OF_ASSIGNMENT
                                : description.endsWith("EXERCISED") ? Effect.OF_EXERCISE : Effect.UNSAID;
    }

    private @Nullable Instrument instrument(Fields fields, Action action) {
        if (!fields.isBlank("Symbol")) {
            return fields.instrument("Symbol", symbols);
        }
        boolean trade = action == Action.BUY || action == Action.SELL;
        return trade ? fields.instrument("Description", options) : options.read(fields.text("Description"));
    }
}
