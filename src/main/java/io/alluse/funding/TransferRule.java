package io.alluse.funding;

import io.alluse.account.AccountState;
import io.alluse.money.Money;
import io.alluse.policy.Tier;
import java.util.ArrayList;
import java.util.List;

/** Why money may not move from one account of a main account to another one (docs/rules.md 4.8). */
final class TransferRule {

    private TransferRule() {}

    /** All reasons; none where it may. */
    static List<String> refusals(Party from, Party to, Money amount) {
        List<String> reasons = new ArrayList<>();
        if (from.account().tier() == Tier.COM) {
            reasons.add(from.code() + " is a COM account and allows no withdrawals");
        }
        add(reasons, from);
        add(reasons, to);
        Money free = from.head().freeCash();
        if (amount.compareTo(free) > 0) {
            reasons.add(from.code() + " has free cash of " + free.readable() + " only");
        }
        return reasons;
    }

    private static void add(List<String> reasons, Party party) {
        if (party.head().state() != AccountState.ACTIVE) {
            reasons.add(party.code() + " is " + party.head().state() + ", not ACTIVE");
        }
        if (party.hasOpenBreak()) {
            reasons.add(party.code() + " has an open break (`alluse break list --account " + party.code() + "`)");
        }
    }
}
