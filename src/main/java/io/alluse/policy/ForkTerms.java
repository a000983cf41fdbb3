package io.alluse.policy;

import io.alluse.money.Money;
import io.alluse.money.Percent;
import java.util.List;

/** When an account of a tier forks, and into what. */
public sealed interface ForkTerms {

    /** The tier does not fork. */
    record Never() implements ForkTerms {}

    /** At this surplus the whole surplus is divided among child accounts. */
    record SurplusIntoAccounts(Money threshold, List<Child> children) implements ForkTerms {
        public SurplusIntoAccounts {
            children = List.copyOf(children);
        }
    }

    /** At this surplus the whole surplus opens a new main account. */
    record SurplusIntoMain(Money threshold) implements ForkTerms {}

    /** At this net worth what exceeds the threshold or the base goes to one child account. */
    record ValueIntoAccount(Money threshold, Tier child) implements ForkTerms {}

    /** A child account and its share of what is forked. */
    record Child(Tier tier, Percent share) {}
}
