package io.alluse.fork;

import io.alluse.calendar.BusinessDays;
import io.alluse.lineage.Lineage.Last;
import io.alluse.policy.ForkPolicy;
import java.time.LocalDate;
import java.util.Optional;

/** What keeps an account at its threshold from forking today (docs/rules.md 6.1). */
final class EligibilityRule {

    private EligibilityRule() {}

    /** Whoever takes back a fork has rejected it, for as long as any rejection is good. */
    static Optional<String> obstacle(ForkFacts facts, ForkPolicy policy, LocalDate date) {
        Last last = facts.last();
        if (last != null && !last.date().isBefore(date)) {
            return Optional.of("it has forked on " + last.date() + " and forks again on a later business date only");
        }
        if (last != null && last.reversedOn() != null && !last.reversedOn().isAfter(date)) {
            LocalDate until = BusinessDays.after(last.reversedOn(), policy.reviewDays());
            if (!date.isAfter(until)) {
                return Optional.of(
                        "its last fork was reversed on " + last.reversedOn() + ": it forks again after " + until);
            }
        }
        if (facts.hasOpenBreak()) {
            return Optional.of("broker and ledger differ: see `alluse break list`");
        }
        if (facts.unfinished() != null) {
            return Optional.of("the fork that opened it is unfinished: "
                    + facts.unfinished().code() + " is " + facts.unfinished().state());
        }
        return Optional.empty();
    }
}
