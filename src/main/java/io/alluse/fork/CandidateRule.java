package io.alluse.fork;

import io.alluse.account.AccountState;
import io.alluse.account.ForkCodes;
import io.alluse.calendar.BusinessDay;
import io.alluse.calendar.BusinessDays;
import io.alluse.fork.ForkDecision.BelowThreshold;
import io.alluse.fork.ForkDecision.Fork;
import io.alluse.fork.ForkDecision.Never;
import io.alluse.money.Money;
import io.alluse.policy.ForkMode;
import io.alluse.policy.ForkPolicy;
import io.alluse.sweep.AccountView;
import io.alluse.sweep.Decision;
import io.alluse.sweep.Decision.Candidate;
import io.alluse.sweep.Decision.NotEligible;
import io.alluse.sweep.Decision.Nothing;
import io.alluse.sweep.Decision.Review;
import io.alluse.sweep.Decision.Wait;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of an account in a fork sweep: terms, eligibility, and where its policy asks for it a score (docs/rules.md 6). */
final class CandidateRule {

    private CandidateRule() {}

    static Decision decide(AccountView view, ForkFacts facts, BusinessDay date) {
        if (view.head().state() != AccountState.ACTIVE) {
            return new NotEligible(view.head().state());
        }
        return switch (ForkRule.decide(view.head(), view.tier(), view.policy())) {
            case Never() -> new Nothing("its tier does not fork");
            case BelowThreshold() -> new Nothing("below its threshold");
            case ForkDecision.Wait(String reason, Money shortBy) ->
                obstacle(view, facts, date).orElseGet(() -> new Wait(reason, shortBy));
            case Fork fork -> obstacle(view, facts, date).orElseGet(() -> due(view, fork, facts, date));
        };
    }

    private static Optional<Decision> obstacle(AccountView view, ForkFacts facts, BusinessDay date) {
        return EligibilityRule.obstacle(facts, view.policy().fork(), date.date())
                .map(reason -> new Wait(reason, Money.ZERO));
    }

    private static Decision due(AccountView view, Fork fork, ForkFacts facts, BusinessDay date) {
        return switch (view.policy().fork().decision()) {
            case AUTOMATIC -> candidate(view, fork, facts, date, null);
            case SCORED -> scored(view, fork, facts, date);
        };
    }

    private static Candidate candidate(
            AccountView view, Fork fork, ForkFacts facts, BusinessDay date, @Nullable Asked asked) {
        String code = ForkCodes.fork(view.head().chain().code(), facts.nextNo());
        ForkIntent intent = new ForkIntent(
                view.head().chain(), fork, code, date, facts, ForkPostings.validation(view.head(), fork, date.date()));
        return new Candidate(
                view.policy().fork().maxConcurrent(),
                ForkPostings.parent(view, intent),
                intent,
                asked == null ? List.of() : List.of(asked));
    }

    /** What has been approved is not scored again as long as the approval is good. */
    private static Decision scored(AccountView view, Fork fork, ForkFacts facts, BusinessDay date) {
        Standing standing = facts.standing();
        if (standing == null || !standing.isGoodOn(date.date())) {
            return ask(view, fork, facts, date);
        }
        return switch (standing.state()) {
            case OPEN -> new Review("decision " + standing.id() + " waits for a person until " + standing.expiresOn());
            case REJECTED -> new Nothing("a person has rejected it");
            case APPROVED -> candidate(view, fork, facts, date, null);
            case EXPIRED, DONE -> ask(view, fork, facts, date);
        };
    }

    private static Decision ask(AccountView view, Fork fork, ForkFacts facts, BusinessDay date) {
        ForkPolicy policy = view.policy().fork();
        Score score = ScoreRule.decide(policy, facts.known(), facts.inProgress(), date.date());
        LocalDate expires = BusinessDays.after(date.date(), policy.reviewDays());
        Asked asked = new Asked(
                date.date(),
                fork.amount(),
                score,
                view.policy().hash(),
                expires,
                facts.standing() == null ? null : facts.standing().id());
        return switch (score.verdict()) {
            case EXECUTE -> candidate(view, fork, facts, date, asked);
            case APPROVE -> new Wait("approved for the next sweep, score " + score.value(), Money.ZERO, List.of(asked));
            case REVIEW -> new Review("score " + score.value() + ": a person decides until " + expires, List.of(asked));
        };
    }

    static boolean isScored(AccountView view) {
        return view.policy().fork().decision() == ForkMode.SCORED;
    }
}
