package io.alluse.ledger;

import io.alluse.money.Money;
import java.util.Locale;

/** The chart of accounts; a balance is debits minus credits, shown with its natural sign. */
public enum LedgerAccount {
    CASH(Nature.ASSET),
    BUFFER(Nature.ASSET),
    TAX_RESERVE(Nature.ASSET),
    ALLOCATED_CONTRACTS(Nature.ASSET),
    ALLOCATED_SHARES(Nature.ASSET),
    ALLOCATED_LEAPS(Nature.ASSET),
    SECURITIES(Nature.ASSET),
    SHORT_OPTIONS(Nature.LIABILITY),
    TAX_PAYABLE(Nature.LIABILITY),
    SUSPENSE(Nature.CLEARING),
    CAPITAL(Nature.EQUITY),
    TRANSFERS(Nature.EQUITY),
    WITHDRAWALS(Nature.COST),
    PREMIUM(Nature.INCOME, Result.SHORT_TERM),
    GAINS_SHORT(Nature.INCOME, Result.SHORT_TERM),
    GAINS_LONG(Nature.INCOME, Result.LONG_TERM),
    DIVIDENDS(Nature.INCOME, Result.DIVIDENDS),
    INTEREST(Nature.INCOME, Result.SHORT_TERM),
    FEES(Nature.COST, Result.SHORT_TERM),
    TAXES(Nature.COST);

    private enum Nature {
        ASSET,
        LIABILITY,
        CLEARING,
        EQUITY,
        INCOME,
        COST
    }

    /** The part of a year's results that an account belongs to (docs/rules.md 5.1). */
    enum Result {
        NONE,
        SHORT_TERM,
        LONG_TERM,
        DIVIDENDS
    }

    private final Nature nature;
    private final Result result;
    private final String column = name().toLowerCase(Locale.ROOT);

    LedgerAccount(Nature nature) {
        this(nature, Result.NONE);
    }

    LedgerAccount(Nature nature, Result result) {
        this.nature = nature;
        this.result = result;
    }

    /** The balance as people read it: what is owed, owned, earned or spent is positive. */
    public Money natural(Money balance) {
        return switch (nature) {
            case ASSET, CLEARING, COST -> balance;
            case LIABILITY, EQUITY, INCOME -> balance.negated();
        };
    }

    public boolean isNetWorth() {
        return nature == Nature.ASSET || nature == Nature.LIABILITY;
    }

    /** Whether it tells what was earned, or what earning it cost, before tax. */
    boolean isGain() {
        return result != Result.NONE;
    }

    Result result() {
        return result;
    }

    /** The column of {@code account_head} that holds the balance. */
    public String column() {
        return column;
    }
}
