package io.alluse.broker;

import io.alluse.activity.Action;
import io.alluse.activity.Activity.Effect;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.InstrumentReader;
import io.alluse.instrument.Notation;
import io.alluse.instrument.Share;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * tastytrade's transactions since 2023 in their three generations of columns: newest first, moments in the zone of whoever exported
 * them, quantities without a sign, values before commissions and fees.
 */
final class Tastytrade extends TableReader {

    private static final Columns COLUMNS = Columns.of("Date, Type, [Sub Type], Action, Symbol, Instrument Type,"
            + " Description, Value, Quantity, Average Price, Commissions, Fees, Multiplier, Root Symbol,"
            + " Underlying Symbol, Expiration Date, Strike Price, Call or Put, Order #, [Total], [Currency]");
    static final Format FORMAT =
            TableFormat.of("tastytrade", "tastytrade", COLUMNS, Tastytrade::new).readTwice();

    /** What a trade or a stock leg does. */
    private static final Actions TRADES = Actions.of("""
            BUY_TO_OPEN, BUY TO OPEN     | BUY OPENS
            SELL_TO_OPEN, SELL TO OPEN   | SELL OPENS
            BUY_TO_CLOSE, BUY TO CLOSE   | BUY CLOSES
            SELL_TO_CLOSE, SELL TO CLOSE | SELL CLOSES
            BUY                          | BUY
            SELL                         | SELL
            """);
    /** By sub type; where the file has none, by what the description begins with. */
    private static final Actions DELIVERIES = Actions.of("""
            Expiration, Removal of*                            | EXPIRED CLOSES
            Assignment, Removal of option due to assignment*   | ASSIGNED CLOSES
            Exercise, Removal of option due to exercise*       | EXERCISED CLOSES
            Cash Settled Assignment, Cash Settled Exercise     | CASH_SETTLED CLOSES
            Buy to*                                            | BUY
            Sell to*                                           | SELL
            ACAT                                               | TRANSFER
            Symbol Change*, Reverse Split*, Forward Split*     | SYMBOL_CHANGE
            Special Dividend*                                  | SYMBOL_CHANGE
            Stock Merger*                                      | MERGER
            Stock Dividend*                                    | SPLIT
            """);

    private static final Actions MOVEMENTS = Actions.of("""
            Deposit, Withdrawal, ACH*, Wire Funds*             | DEPOSIT/WITHDRAWAL
            Transfer                                           | JOURNAL
            Credit Interest, Debit Interest, INTEREST*, FROM*  | INTEREST
            Fully Paid Stock Lending Income                    | INTEREST
            Dividend                                           | DIVIDEND/WITHHOLDING
            Fee, Balance Adjustment, Regulatory fee*           | FEE
            MONTHLY WIRE FEE*, Wire fee*                       | FEE
            Mark to Market                                     | refused: the daily settlement of a future
            """);
    private static final Money ROUNDING = Money.ofCents(1);
    private static final int DECIMALS = 8;

    private final TastyChanges changes = new TastyChanges();
    private final Remarks remarks;
    private final InstrumentReader instruments = new InstrumentReader(Notation.OCC);

    private Tastytrade(Remarks remarks) {
        super(COLUMNS);
        this.remarks = remarks;
    }

    @Override
    void look(Fields fields) {
        if (!fields.text("Type").equals("Receive Deliver")) {
            return;
        }
        String said = said(fields);
        if (TastyChanges.isCash(said)) {
            changes.settled(fields);
        } else if (TastyChanges.isExchange(said)) {
            Instrument instrument = instrument(fields);
            if (instrument != null) {
                changes.exchanged(fields, said, instrument, directed(fields), fields.moneyOrZero("Value"));
            }
        }
    }

    @Override
    Verdict line(Fields fields) {
        return switch (fields.text("Type")) {
            case "Trade" -> TRADES.judge(fields, "Action", takes -> taken(fields, takes));
            case "Receive Deliver" ->
                DELIVERIES.judge(fields, word(fields), said(fields), takes -> gone(fields, takes));
            case "Money Movement" ->
                MOVEMENTS.judge(fields, word(fields), moved(fields), takes -> taken(fields, takes));
            default -> throw fields.refused("Type", "Trade, Receive Deliver or Money Movement", "an unknown one");
        };
    }

    private Verdict gone(Fields fields, Meaning.Takes takes) {
        if (TastyChanges.isExchange(said(fields))) {
            return exchanged(fields, takes);
        }
        boolean option = takes.action() == Action.ASSIGNED || takes.action() == Action.EXERCISED;
        return option && changes.isSettledInCash(fields)
                ? new Verdict.Ignored("option whose settlement in cash is a line of its own")
                : taken(fields, takes);
    }

    private Verdict exchanged(Fields fields, Meaning.Takes takes) {
        String said = said(fields);
        Moment moment = moment(fields);
        Action action = changes.keepsName(fields, said) ? Action.SPLIT : takes.action();
        Draft draft =
                new Draft(fields.row(), action, moment.day()).at(moment.time()).text(fields.text("Description"));
        return changes.verdict(fields, said, draft);
    }

    private static String word(Fields fields) {
        return fields.isBlank("Sub Type") ? "Description" : "Sub Type";
    }

    private static String said(Fields fields) {
        return fields.text(word(fields));
    }

    /** Interest used to be a deposit; without sub types, money that has a symbol is a dividend. */
    private static String moved(Fields fields) {
        String description = fields.text("Description");
        boolean interest = description.startsWith("INTEREST") || description.startsWith("FROM ");
        if (interest && fields.text("Sub Type").equals("Deposit")) {
            return description;
        }
        return fields.isBlank("Sub Type") && !fields.isBlank("Symbol") ? "Dividend" : said(fields);
    }

    private Verdict taken(Fields fields, Meaning.Takes takes) {
        Moment moment = moment(fields);
        mustBeDollars(fields);
        Money value = fields.money("Value");
        Money fees = fields.moneyOrZero("Commissions")
                .plus(fields.moneyOrZero("Fees"))
                .negated();
        Money amount = value.minus(fees);
        checkTotal(fields, amount);
        Instrument instrument = instrument(fields);
        Draft draft = new Draft(fields.row(), takes.action(value), moment.day())
                .at(moment.time())
                .of(instrument)
                .amount(amount)
                .fees(fees)
                .price(price(fields, instrument))
                .text(fields.text("Description"));
        return direct(draft, fields, takes).taken();
    }

    private static void mustBeDollars(Fields fields) {
        if (!fields.isBlank("Currency") && !fields.text("Currency").equals("USD")) {
            throw fields.refused("Currency", "USD", "another currency, which is not kept here");
        }
    }

    private static Moment moment(Fields fields) {
        Moment moment = Moment.parse(fields.text("Date"));
        if (moment == null) {
            throw fields.refused("Date", "a time such as " + Moment.EXAMPLE, "none");
        }
        return moment;
    }

    /** What is bought to close was short; of what expired in old files nobody says. */
    private static Draft direct(Draft draft, Fields fields, Meaning.Takes takes) {
        BigDecimal quantity = fields.numberOrZero("Quantity").abs();
        Action action = takes.action();
        if (action == Action.EXPIRED) {
            boolean told = !fields.text("Action").isEmpty();
            return draft.effect(told ? Effect.CLOSES : Effect.UNSAID).quantity(directed(fields));
        }
        if (action == Action.TRANSFER || action == Action.SPLIT) {
            return draft.quantity(directed(fields));
        }
        boolean exercised = action == Action.CASH_SETTLED && said(fields).endsWith("Exercise");
        return draft.effect(takes.effect()).units(exercised ? quantity.negate() : quantity);
    }

    private static BigDecimal directed(Fields fields) {
        BigDecimal quantity = fields.numberOrZero("Quantity").abs();
        return fields.text("Action").startsWith("SELL") ? quantity.negate() : quantity;
    }

    private @Nullable Instrument instrument(Fields fields) {
        return fields.isBlank("Symbol")
                ? null
                : fields.multiplied(fields.instrument("Symbol", instruments), "Multiplier");
    }

    /** Theirs is that of a contract. */
    private static @Nullable BigDecimal price(Fields fields, @Nullable Instrument instrument) {
        BigDecimal price = fields.numberOrNull("Average Price");
        return price == null || instrument == null || instrument instanceof Share
                ? price
                : price.divide(instrument.multiplier(), DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
    }

    /** Their own total is sometimes off by a cent. */
    private void checkTotal(Fields fields, Money amount) {
        if (!fields.isBlank("Total")) {
            Money difference = fields.money("Total").minus(amount);
            if (difference.max(difference.negated()).compareTo(ROUNDING) > 0) {
                remarks.warned(fields.refused("Total", amount + " by value, commissions and fees", "another sum")
                        .problem());
            }
        }
    }
}
