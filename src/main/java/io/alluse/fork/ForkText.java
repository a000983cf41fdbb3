package io.alluse.fork;

import io.alluse.calendar.BusinessDay;
import io.alluse.fork.ForkDecision.BelowThreshold;
import io.alluse.fork.ForkDecision.Fork;
import io.alluse.fork.ForkDecision.Never;
import io.alluse.money.Money;
import io.alluse.sweep.AccountView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The arithmetic behind a decision as a person would write it. */
final class ForkText {

    private ForkText() {}

    static List<String> lines(AccountView view, ForkFacts facts, BusinessDay date) {
        List<String> lines = new ArrayList<>();
        lines.add("net worth " + view.head().balances().netWorth().readable() + ", base "
                + view.head().base().readable() + ", surplus "
                + view.head().surplus().readable());
        switch (ForkRule.decide(view.head(), view.tier(), view.policy())) {
            case Never() -> lines.add("a " + view.tier() + " does not fork under this policy");
            case BelowThreshold() -> lines.add("below its threshold");
            case ForkDecision.Wait wait ->
                lines.add(wait.reason() + ": short by " + wait.shortBy().readable());
            case Fork fork -> {
                lines.add("threshold " + fork.threshold().readable() + " is reached: "
                        + fork.amount().readable() + " to " + parts(fork));
                lines.add("paid from " + paid(fork.payment()) + "; the base is "
                        + fork.baseAfter().readable() + " afterwards");
                scored(view, facts, date, lines);
            }
        }
        EligibilityRule.obstacle(facts, view.policy().fork(), date.date()).ifPresent(lines::add);
        return lines;
    }

    private static void scored(AccountView view, ForkFacts facts, BusinessDay date, List<String> lines) {
        if (CandidateRule.isScored(view)) {
            Score score = ScoreRule.decide(view.policy().fork(), facts.known(), facts.inProgress(), date.date());
            lines.add("score " + score.value());
            score.factors().forEach(factor -> lines.add("  " + FactorText.line(factor)));
        }
    }

    private static String parts(Fork fork) {
        String parts = fork.parts().stream()
                .map(part -> part.tier() + " " + part.amount().readable())
                .collect(Collectors.joining(", "));
        return fork.opensMain() ? "a new main account (" + parts + ")" : parts;
    }

    private static String paid(Payment payment) {
        List<String> paid = new ArrayList<>();
        add(paid, "free cash", payment.cash());
        payment.raised().forEach((bucket, amount) -> add(paid, bucket.name(), amount));
        return String.join(", ", paid);
    }

    private static void add(List<String> paid, String what, Money amount) {
        if (amount.isPositive()) {
            paid.add(what + " " + amount.readable());
        }
    }
}
