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
    PREMIUM(Nature.INCOME),
    GAINS_SHORT(Nature.INCOME),
    GAINS_LONG(Nature.INCOME),
    DIVIDENDS(Nature.INCOME),
    INTEREST(Nature.INCOME),
    FEES(Nature.COST),
    TAXES(Nature.COST);

    private enum Nature {
        ASSET,
        LIABILITY,
        CLEARING,
        EQUITY,
        INCOME,
        COST
    }

    private final Nature nature;
    private final String column = name().toLowerCase(Locale.ROOT);

    LedgerAccount(Nature nature) {
        this.nature = nature;
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

    /** The column of {@code account_head} that holds the balance. */
    public String column() {
        return column;
    }
}
