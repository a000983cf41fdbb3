package io.alluse.broker;

import io.alluse.activity.Action;
import io.alluse.activity.Activity.Effect;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.OptionContract;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** Trades of Interactive Brokers: codes say what kind of trade it is, the sign of the quantity on which side. */
final class IbTrades {

    private static final Set<String> ASSIGNED = Set.of("A");
    private static final Set<String> EXERCISED = Set.of("Ex", "AEx", "MEx", "GEA");
    private static final Set<String> EXPIRED = Set.of("Ep");
    private static final int DAY = 10;

    private final IbStatement statement;

    IbTrades(IbStatement statement) {
        this.statement = statement;
    }

    /** Orders and the executions that fill them are told side by side: only one of them counts. */
    Verdict read(Fields fields) {
        return switch (fields.text("DataDiscriminator")) {
            case "Order" -> taken(fields);
            case "Trade" ->
                statement.hasOrders() ? new Verdict.Ignored("execution of an order that is counted") : taken(fields);
            case "ClosedLot", "Closed Lot", "WashSale" -> new Verdict.Ignored("closed lot");
            case "SymbolSummary", "AssetSummary" -> new Verdict.Ignored("summary");
            default -> throw fields.refused("DataDiscriminator", "Order, Trade or ClosedLot", "another");
        };
    }

    private Verdict taken(Fields fields) {
        mustBeDollars(fields);
        Instrument instrument = statement.instrument(fields, "Symbol");
        BigDecimal quantity = fields.number("Quantity");
        Money proceeds = fields.roundedMoney("Proceeds");
        Money fees = fields.roundedMoneyOrZero("Comm/Fee").negated();
        List<String> codes = List.of(fields.text("Code").split(";"));
        Action action = action(instrument, quantity, proceeds, codes);
        return new Draft(fields.row(), action, day(fields))
                .account(statement.account(fields))
                .at(time(fields))
                .effect(effect(instrument, codes))
                .of(instrument)
                .quantity(quantity)
                .price(fields.numberOrNull("T. Price"))
                .amount(proceeds.minus(fees))
                .fees(fees)
                .text(fields.text("Symbol") + " " + fields.text("Code"))
                .taken();
    }

    static void mustBeDollars(Fields fields) {
        if (!fields.text("Currency").equals("USD")) {
            throw fields.refused("Currency", "USD", "another currency, which is not kept here");
        }
    }

    /** An option that brings money when it ends has been settled in it. */
    static Action action(Instrument instrument, BigDecimal quantity, Money proceeds, List<String> codes) {
        if (instrument instanceof OptionContract) {
            if (has(codes, EXPIRED)) {
                return Action.EXPIRED;
            }
            if (has(codes, ASSIGNED) || has(codes, EXERCISED)) {
                return !proceeds.isZero()
                        ? Action.CASH_SETTLED
                        : has(codes, ASSIGNED) ? Action.ASSIGNED : Action.EXERCISED;
            }
        }
        return quantity.signum() < 0 ? Action.SELL : Action.BUY;
    }

    static Effect effect(Instrument instrument, List<String> codes) {
        boolean option = instrument instanceof OptionContract;
        if (!option && has(codes, ASSIGNED)) {
            return Effect.OF_ASSIGNMENT;
        }
        if (!option && has(codes, EXERCISED)) {
            return Effect.OF_EXERCISE;
        }
        boolean opens = codes.contains("O");
        boolean closes = codes.contains("C");
        return opens == closes ? Effect.UNSAID : opens ? Effect.OPENS : Effect.CLOSES;
    }

    private static boolean has(List<String> codes, Set<String> some) {
        return codes.stream().anyMatch(some::contains);
    }

    /** {@code 2025-05-09, 16:20:00}. */
    static LocalDate day(Fields fields) {
        String text = fields.text("Date/Time");
        LocalDate day = Dates.ISO.parse(text.length() < DAY ? text : text.substring(0, DAY));
        if (day == null) {
            throw fields.refused("Date/Time", "a time such as 2024-01-31, 16:20:00", "none");
        }
        return day;
    }

    private static LocalTime time(Fields fields) {
        String text = fields.text("Date/Time");
        LocalTime time = text.length() < DAY + 2 ? null : Times.parse(text.substring(DAY + 2));
        if (time == null) {
            throw fields.refused("Date/Time", "a time such as 2024-01-31, 16:20:00", "none");
        }
        return time;
    }
}
