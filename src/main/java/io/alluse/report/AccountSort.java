package io.alluse.report;

import io.alluse.ledger.LedgerAccount;
import java.math.BigDecimal;
import java.util.Locale;

/** What a list of accounts is ordered by; equal ones by code. */
public enum AccountSort {
    CODE,
    BASE,
    CASH,
    NETWORTH,
    OPENED;

    private static final long MEMBERS = 1L << 16;

    /** The word that options use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return word();
    }

    /** The same number that {@code accounts.sql} sorts by. */
    BigDecimal key(AccountLine line) {
        return switch (this) {
            case CODE ->
                BigDecimal.valueOf(line.id().number() * MEMBERS
                        + (line.id().value() - line.id().main().value()));
            case BASE -> line.base().amount();
            case CASH -> line.balance(LedgerAccount.CASH).amount();
            case NETWORTH -> line.netWorth().amount();
            case OPENED -> BigDecimal.valueOf(line.openedOn().toEpochDay());
        };
    }
}
