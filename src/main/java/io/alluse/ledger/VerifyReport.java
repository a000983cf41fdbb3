package io.alluse.ledger;

import io.alluse.money.Money;
import java.util.List;

/** What a verification looked at and what it found: the number of all findings, and the first ones in the order of accounts. */
public record VerifyReport(
        long accounts, long events, long movements, Money base, Balances balances, long findings, List<Finding> first) {

    public VerifyReport {
        first = List.copyOf(first);
    }

    public boolean isClean() {
        return findings == 0;
    }
}
