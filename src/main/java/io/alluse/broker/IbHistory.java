package io.alluse.broker;

import io.alluse.activity.Action;
import io.alluse.activity.Activity.Effect;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.InstrumentReader;
import io.alluse.instrument.Notation;
import io.alluse.instrument.OptionContract;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Interactive Brokers' transaction history of 2025: one table between summaries, days without times, amounts in the base currency. */
final class IbHistory implements FormatReader {

    private static final String TABLE = "Transaction History";
    private static final Columns COLUMNS = Columns.of("""
            Transaction History, Header, Date, Account, Description, Transaction Type, Symbol, Quantity, Price,
            [Price Currency], Gross Amount, Commission, Net Amount""");
    static final Format FORMAT = new MarkedFormat(
            new BrokerFormat("interactive-brokers-history", "Interactive Brokers", List.of(COLUMNS.toString()), true),
            row -> row.cell(0).equals(TABLE) && row.cell(1).equals("Header"),
            false,
            IbHistory::new);

    private static final String TYPE = "Transaction Type";
    private static final Actions TYPES = Actions.of("""
            Buy                                              | BUY
            Sell                                             | SELL
            Assignment                                       | ASSIGNED CLOSES
            Exercise                                         | EXERCISED CLOSES
            Expiration                                       | EXPIRED CLOSES
            Dividend, Payment in Lieu                        | DIVIDEND
            Foreign Tax Withholding, Withholding Tax         | WITHHOLDING
            Credit Interest, Debit Interest                  | INTEREST
            Investment Interest Received                     | INTEREST
            Investment Interest Paid                         | INTEREST
            Other Fee, Commission Adjustment, Sales Tax      | FEE
            Deposit, Withdrawal, Electronic Fund Transfer    | DEPOSIT/WITHDRAWAL
            Cash Transfer, Internal Transfer                 | JOURNAL
            Corporate Action                                 | refused: a corporate action, which the activity statement tells in full
            Forex Trade Component                            | refused: a trade of currencies, which are not kept here
            Adjustment                                       | refused: an adjustment that does not say of what
            """);

    private final InstrumentReader instruments = new InstrumentReader(Notation.OCC);
    private final Remarks remarks;
    private final IbStatement statement = new IbStatement();
    private @Nullable Header header;
    private String base = "USD";

    private IbHistory(Remarks remarks) {
        this.remarks = remarks;
    }

    @Override
    public Verdict read(Row row) {
        if (row.isBlank()) {
            return new Verdict.Ignored("blank line");
        }
        return switch (row.cell(0)) {
            case "Statement" -> {
                statement.look(row);
                yield new Verdict.Ignored("section for information");
            }
            case "Summary" -> summary(row);
            case TABLE -> table(row);
            default -> throw Refused.of(row, 1, "section", "Statement, Summary or " + TABLE, "an unknown one");
        };
    }

    private Verdict summary(Row row) {
        switch (row.cell(2)) {
            case "Base Currency" -> base = row.cell(3);
            case "Starting Cash" ->
                remarks.stated(new Stated.OpeningCash(row.line(), "", statement.from(), amount(row)));
            case "Ending Cash" -> remarks.stated(new Stated.ClosingCash(row.line(), "", statement.to(), amount(row)));
            default -> {
                // a title, or the change between the two
            }
        }
        return new Verdict.Ignored("summary");
    }

    private static Money amount(Row row) {
        return new Fields(row, new Header(row.line(), row.size(), Map.of("amount", 3), row.cells()))
                .roundedMoneyOrZero("amount");
    }

    private Verdict table(Row row) {
        if (row.cell(1).equals("Header")) {
            header = null;
            header = COLUMNS.header(row);
            return new Verdict.Ignored("header");
        }
        if (header == null) {
            throw Refused.of(row, 1, "section", "a header above it that can be read", "none");
        }
        Fields fields = new Fields(row, header);
        return TYPES.judge(fields, TYPE, takes -> taken(fields, takes));
    }

    private Verdict taken(Fields fields, Meaning.Takes takes) {
        if (!base.equals("USD")) {
            throw fields.refused("Net Amount", "an amount in USD", "one in " + base + ", which is not kept here");
        }
        LocalDate day = fields.date("Date", Dates.ISO);
        Money net = fields.roundedMoney("Net Amount");
        BigDecimal quantity = fields.numberOrZero("Quantity");
        Instrument instrument = fields.isBlank("Symbol") ? null : fields.instrument("Symbol", instruments);
        Action action = action(takes.action(net), instrument, quantity, net);
        return new Draft(fields.row(), action, day)
                .account(fields.text("Account"))
                .effect(effect(takes, instrument))
                .of(instrument)
                .quantity(quantity)
                .price(fields.numberOrNull("Price"))
                .amount(net)
                .fees(fields.roundedMoneyOrZero("Commission").negated())
                .text(fields.text("Description"))
                .taken();
    }

    /** The word of an option stands on the line of its stock leg, too. */
    private static Action action(Action said, @Nullable Instrument instrument, BigDecimal quantity, Money net) {
        if (said != Action.ASSIGNED && said != Action.EXERCISED) {
            return said;
        }
        if (instrument instanceof OptionContract) {
            return net.isZero() ? said : Action.CASH_SETTLED;
        }
        return quantity.signum() < 0 ? Action.SELL : Action.BUY;
    }

    private static Effect effect(Meaning.Takes takes, @Nullable Instrument instrument) {
        boolean leg = !(instrument instanceof OptionContract);
        return switch (takes.action()) {
            case ASSIGNED -> leg ? Effect.OF_ASSIGNMENT : Effect.CLOSES;
            case EXERCISED -> leg ? Effect.OF_EXERCISE : Effect.CLOSES;
            case BUY,
                    SELL,
                    EXPIRED,
                    CASH_SETTLED,
                    DIVIDEND,
                    WITHHOLDING,
                    INTEREST,
                    FEE,
                    DEPOSIT,
                    WITHDRAWAL,
                    JOURNAL,
                    TRANSFER,
                    SPLIT,
                    SYMBOL_CHANGE,
                    MERGER,
                    SPIN_OFF,
                    CASH_IN_LIEU,
                    RETURN_OF_CAPITAL -> takes.effect();
        };
    }
}
