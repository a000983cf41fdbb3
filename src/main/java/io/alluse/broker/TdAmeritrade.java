package io.alluse.broker;

import io.alluse.activity.Action;
import io.alluse.activity.Activity.Effect;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.InstrumentReader;
import io.alluse.instrument.Notation;
import io.alluse.instrument.OptionContract;
import io.alluse.instrument.TdAmeritradeCode;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** TD Ameritrade's transactions: oldest first, amounts net, everything else in the description. */
final class TdAmeritrade extends TableReader {

    private static final Columns COLUMNS = Columns.of("""
            DATE, TRANSACTION ID, DESCRIPTION, QUANTITY, SYMBOL, PRICE, COMMISSION, AMOUNT, [NET CASH BALANCE], REG FEE,
            SHORT-TERM RDM FEE, FUND REDEMPTION FEE, DEFERRED SALES CHARGE""");
    static final Format FORMAT = TableFormat.of("td-ameritrade", "TD Ameritrade", COLUMNS, TdAmeritrade::new);

    private static final String TEXT = "DESCRIPTION";
    private static final String END = "***END OF FILE***";
    private static final Actions TRADES = Actions.of("""
            Bought | BUY
            Sold   | SELL
            """);

    private final RunningBalance balance;
    private final InstrumentReader instruments = new InstrumentReader(Notation.TD_AMERITRADE);

    private TdAmeritrade(Remarks remarks) {
        super(COLUMNS);
        this.balance = new RunningBalance(remarks, "");
    }

    @Override
    String aside(Row row) {
        return row.cell(0).equals(END) ? "end of file" : "";
    }

    @Override
    Verdict line(Fields fields) {
        LocalDate day = fields.date("DATE", Dates.US);
        String text = fields.text(TEXT);
        String word = text.substring(0, Math.max(0, text.indexOf(' ')));
        boolean trade = word.equals("Bought") || word.equals("Sold");
        Verdict verdict = trade
                ? TRADES.judge(fields, TEXT, word, takes -> taken(fields, takes, day))
                : TdWords.TEXTS.judge(fields, TEXT, takes -> taken(fields, takes, day));
        balance.moved(fields, "NET CASH BALANCE", day, fields.moneyOrZero("AMOUNT"));
        return verdict;
    }

    private Verdict taken(Fields fields, Meaning.Takes takes, LocalDate day) {
        Money amount = fields.money("AMOUNT");
        Action action = takes.action(amount);
        Instrument instrument = instrument(fields, day);
        BigDecimal quantity = fields.numberOrZero("QUANTITY");
        boolean out = action == Action.TRANSFER && fields.text(TEXT).contains(" OUT");
        return new Draft(fields.row(), action, effective(action, instrument, day))
                .posted(day)
                .effect(action == Action.EXPIRED ? Effect.UNSAID : takes.effect())
                .of(instrument)
                .units(out ? quantity.negate() : quantity)
                .price(fields.numberOrNull("PRICE"))
                .amount(amount)
                .fees(fees(fields))
                .text(fields.text(TEXT))
                .taken();
    }

    /** What expires on a Friday is written down on the Monday after; an assignment stays beside its stock leg. */
    private static LocalDate effective(Action action, @Nullable Instrument instrument, LocalDate day) {
        return action == Action.EXPIRED
                        && instrument instanceof OptionContract option
                        && option.expiry().isBefore(day)
                ? option.expiry()
                : day;
    }

    private static Money fees(Fields fields) {
        return fields.moneyOrZero("COMMISSION")
                .plus(fields.moneyOrZero("REG FEE"))
                .plus(fields.moneyOrZero("SHORT-TERM RDM FEE"))
                .plus(fields.moneyOrZero("FUND REDEMPTION FEE"))
                .plus(fields.moneyOrZero("DEFERRED SALES CHARGE"));
    }

    /** Options that were removed used to be named in the description only, by their code. */
    private @Nullable Instrument instrument(Fields fields, LocalDate day) {
        if (!fields.isBlank("SYMBOL")) {
            return fields.instrument("SYMBOL", instruments);
        }
        String text = fields.text(TEXT);
        int start = text.lastIndexOf('(');
        int end = text.lastIndexOf(')');
        if (!text.startsWith("REMOVAL") || start < 0 || end < start) {
            return null;
        }
        String named = text.substring(start + 1, end);
        Instrument coded = TdAmeritradeCode.read(named, day);
        return coded == null ? fields.instrument(TEXT, named, instruments) : coded;
    }

    @Override
    public void end() {
        balance.end();
    }
}
