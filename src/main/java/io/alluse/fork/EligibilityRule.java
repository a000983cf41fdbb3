package io.alluse.fork;

import java.time.LocalDate;
import java.util.Optional;

/** What keeps an account at its threshold from forking today (docs/rules.md 6.1). */
final class EligibilityRule {

    private EligibilityRule() {}

    static Optional<String> obstacle(ForkFacts facts, LocalDate date) {
        if (facts.last() != null && !facts.last().date().isBefore(date)) {
            return Optional.of(
                    "it has forked on " + facts.last().date() + " and forks again on a later business date only");
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
