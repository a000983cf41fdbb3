package io.alluse.broker;

import io.alluse.activity.Action;
import io.alluse.instrument.Instrument;
import io.alluse.money.Money;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sections of Interactive Brokers in which money comes and goes, and the report of it. */
final class IbCash {

    private static final String BASE = "Base Currency Summary";

    private final IbStatement statement;
    private final Remarks remarks;
    private final Map<IbSection, Money> sums = new EnumMap<>(IbSection.class);
    private final Map<String, Stated> inBase = new LinkedHashMap<>();
    private boolean inDollars;

    IbCash(IbStatement statement, Remarks remarks) {
        this.statement = statement;
        this.remarks = remarks;
    }

    Verdict read(IbSection section, Fields fields) {
        if (fields.text("Currency").startsWith("Total")
                || fields.text("Subtitle").startsWith("Total")) {
            return total(section, fields);
        }
        IbTrades.mustBeDollars(fields);
        Money amount = fields.roundedMoney("Amount");
        String description = fields.text("Description");
        sums.merge(section, amount, Money::plus);
        return new Draft(fields.row(), action(section, amount, description), day(section, fields))
                .account(statement.account(fields))
                .of(instrument(section, description))
                .amount(amount)
                .text(description)
                .taken();
    }

    private @Nullable Instrument instrument(IbSection section, String description) {
        return section == IbSection.DIVIDENDS || section == IbSection.WITHHOLDING_TAX
                ? statement.named(description)
                : null;
    }

    private static LocalDate day(IbSection section, Fields fields) {
        return switch (section) {
            case DEPOSITS -> fields.date("Settle Date", Dates.ISO);
            case TRANSACTION_FEES -> IbTrades.day(fields);
            case TRADES,
                    DIVIDENDS,
                    WITHHOLDING_TAX,
                    INTEREST,
                    FEES,
                    COMMISSION_ADJUSTMENTS,
                    CORPORATE_ACTIONS,
                    TRANSFERS,
                    CASH_REPORT,
                    OPEN_POSITIONS -> fields.date("Date", Dates.ISO);
        };
    }

    private static Action action(IbSection section, Money amount, String description) {
        return switch (section) {
            case DIVIDENDS -> description.contains("Return of Capital") ? Action.RETURN_OF_CAPITAL : Action.DIVIDEND;
            case WITHHOLDING_TAX -> Action.WITHHOLDING;
            case INTEREST -> Action.INTEREST;
            case FEES, TRANSACTION_FEES, COMMISSION_ADJUSTMENTS -> Action.FEE;
            case DEPOSITS ->
                description.contains("Internal")
                        ? Action.JOURNAL
                        : amount.signum() < 0 ? Action.WITHDRAWAL : Action.DEPOSIT;
            case TRADES, CORPORATE_ACTIONS, TRANSFERS, CASH_REPORT, OPEN_POSITIONS ->
                throw new IllegalArgumentException(section + " is no section of cash");
        };
    }

    private Verdict total(IbSection section, Fields fields) {
        Money total = fields.roundedMoneyOrZero("Amount");
        Money sum = sums.getOrDefault(section, Money.ZERO);
        if (!total.equals(sum)) {
            remarks.warned(
                    fields.refused("Amount", "a total of " + sum, "another one").problem());
        }
        return new Verdict.Ignored("total");
    }

    /** In dollars where the report has them, else in a base currency that is dollars. */
    Verdict report(Fields fields) {
        String currency = fields.text("Currency");
        Set<String> told = Set.of("Starting Cash", "Ending Cash");
        if (told.contains(fields.text("Currency Summary"))) {
            Stated stated = stated(fields);
            if (currency.equals("USD")) {
                inDollars = true;
                remarks.stated(stated);
            } else if (currency.equals(BASE)) {
                inBase.put(fields.text("Currency Summary"), stated);
            }
        }
        return new Verdict.Ignored("cash report");
    }

    private Stated stated(Fields fields) {
        Money amount = fields.roundedMoneyOrZero("Total");
        return fields.text("Currency Summary").equals("Starting Cash")
                ? new Stated.OpeningCash(fields.line(), statement.account(), statement.from(), amount)
                : new Stated.ClosingCash(fields.line(), statement.account(), statement.to(), amount);
    }

    void end() {
        if (!inDollars) {
            inBase.values().forEach(remarks::stated);
        }
    }
}
