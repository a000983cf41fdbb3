package io.alluse.consolidation;

import io.alluse.account.AccountState;
import io.alluse.policy.ConsolidationPolicy;
import io.alluse.policy.Tier;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Into which account of its family an account goes: the one that forked it before all others, else the one that earns most. */
final class TargetRule {

    private static final Comparator<Relative> BEST = Comparator.comparing((Relative one) -> !one.parent())
            .thenComparing(one -> one.figures().annualized(), Comparator.reverseOrder())
            .thenComparing(one -> one.figures().volatility())
            .thenComparing(Relative::code);

    private TargetRule() {}

    static Optional<Relative> best(Tier tier, Figures own, List<Relative> relatives, ConsolidationPolicy policy) {
        return relatives.stream()
                .filter(one -> obstacle(tier, one, policy).isEmpty())
                .filter(one -> one.figures().annualized().compareTo(own.annualized()) >= 0)
                .filter(one -> one.figures()
                                .drawdown()
                                .compareTo(policy.triggers().drawdown().value())
                        < 0)
                .min(BEST);
    }

    /** What keeps an account from taking anything, also where a person names it. */
    static Optional<String> obstacle(Tier from, Relative to, ConsolidationPolicy policy) {
        if (to.state() != AccountState.ACTIVE) {
            return Optional.of(to.code() + " is " + to.state());
        }
        if (from == Tier.COM && to.tier() != Tier.COM) {
            return Optional.of("what is in a COM stays in a COM, and " + to.code() + " is a " + to.tier());
        }
        if (to.blocked()) {
            return Optional.of("broker and ledger of " + to.code() + " differ: see `alluse break list`");
        }
        if (!to.figures().isEnough(policy.closesNeeded())) {
            return Optional.of(to.code() + " has " + to.figures().days() + " of " + policy.closesNeeded()
                    + " days of closes" + (to.figures().current() ? "" : ", and no recent one"));
        }
        return Optional.empty();
    }
}
