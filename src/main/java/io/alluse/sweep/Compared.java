package io.alluse.sweep;

import io.alluse.ledger.Balances;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import io.alluse.policy.Tier;
import io.alluse.run.Tally;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A run under policy A and the same run under policy B.
 *
 * @param differing accounts that come to another outcome or are posted other movements
 * @param changes how many accounts come to which other outcome
 * @param largest the accounts of which most money lies elsewhere, the first ones first
 */
public record Compared(Side a, Side b, long differing, SortedMap<Change, Long> changes, List<Difference> largest) {

    public Compared {
        largest = List.copyOf(largest);
    }

    /** What would be posted under one of them, in all and by tier. */
    public record Side(Tally tally, Map<Tier, Balances> byTier) {

        public Money moved(Tier tier, LedgerAccount account) {
            return byTier.getOrDefault(tier, Balances.ZERO).natural(account);
        }
    }

    /** An outcome under A, and what it is under B; with the reason where accounts share it. */
    public record Change(String from, String to) implements Comparable<Change> {

        @Override
        public int compareTo(Change other) {
            return Comparator.comparing(Change::from).thenComparing(Change::to).compare(this, other);
        }
    }

    /** What B moves more than A, and how much that is in all. */
    public record Difference(String code, Tier tier, Money amount, Balances moved) {}
}
