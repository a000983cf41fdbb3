package io.alluse.merge;

import io.alluse.absorption.MergeEnding;
import io.alluse.absorption.Parcel;
import io.alluse.absorption.ParcelPostings;
import io.alluse.account.AccountState;
import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.EventKind;
import io.alluse.lineage.Emptied;
import io.alluse.merge.MergeDecision.Due;
import io.alluse.merge.MergeDecision.NotDue;
import io.alluse.money.Money;
import io.alluse.policy.MergePositions;
import io.alluse.sweep.AccountView;
import io.alluse.sweep.Decision;
import io.alluse.sweep.Decision.Candidate;
import io.alluse.sweep.Decision.NotEligible;
import io.alluse.sweep.Decision.Nothing;
import io.alluse.sweep.Decision.Post;
import io.alluse.sweep.Decision.Wait;
import io.alluse.sweep.Effects;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an account in a merge sweep (docs/rules.md 7): what a merge has emptied is closed; a family is decided once, at the
 * first of its accounts.
 */
final class FamilyRule {

    private FamilyRule() {}

    static Decision decide(AccountView view, MergeFacts facts, BusinessDay date) {
        return switch (view.head().state()) {
            case MERGING -> merging(view, facts.emptied(), date);
            case CLOSED -> new NotEligible(AccountState.CLOSED);
            case SAFE, ACTIVE, FORKING, SUSPENDED, ERROR -> ofFamily(view, facts.family(), date);
        };
    }

    private static Decision merging(AccountView view, @Nullable Emptied by, BusinessDay date) {
        if (by == null || !MergeEnding.isDue(view.head(), by, date.date())) {
            return new NotEligible(AccountState.MERGING);
        }
        return new Post(
                EventKind.STATE_CHANGED,
                Money.ZERO,
                List.of(),
                MergeEnding.detail(by),
                new Effects(AccountState.CLOSED, List.of(), List.of(new Ended(date.date()))));
    }

    private static Decision ofFamily(AccountView view, @Nullable FamilyFacts family, BusinessDay date) {
        if (family == null) {
            return new Nothing("it is of no fork family");
        }
        if (!family.decider().equals(view.head().chain().account())) {
            return new Nothing("its family is decided at another account");
        }
        return switch (MergeRule.decide(family.worth(), view.policy().merge(), date.date())) {
            case NotDue(String reason) -> new Nothing(reason);
            case Due due ->
                ObstacleRule.obstacle(family)
                        .<Decision>map(reason -> new Wait(reason, Money.ZERO))
                        .orElseGet(() -> due(view, family, due, date));
        };
    }

    private static Decision due(AccountView view, FamilyFacts family, Due due, BusinessDay date) {
        boolean sells = view.policy().merge().positions() == MergePositions.LIQUIDATE
                && family.found().held();
        if (sells && family.found().selling() > 0) {
            return new Wait(family.found().selling() + " orders to sell its positions are open", Money.ZERO);
        }
        MergeIntent intent = new MergeIntent(family, due, date, sells);
        return new Candidate(OptionalInt.empty(), sells ? asked(intent) : left(view, intent), intent, List.of());
    }

    /** The event of the account that gives all it has; what is announced depends on its lots and is added when it is posted. */
    private static Post left(AccountView view, MergeIntent intent) {
        Parcel parcel = Parcel.ofMoney(view.head(), intent.date().date());
        return new Post(
                EventKind.MERGED,
                parcel.base().negated(),
                ParcelPostings.leaving(parcel),
                MergePostings.left(parcel, intent),
                new Effects(AccountState.MERGING, List.of(), List.of()));
    }

    private static Post asked(MergeIntent intent) {
        return new Post(EventKind.POSTED, Money.ZERO, List.of(), MergePostings.asked(intent));
    }
}
