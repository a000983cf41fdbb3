package io.alluse.consolidation;

import io.alluse.absorption.Parcel;
import io.alluse.absorption.ParcelPostings;
import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.audit.Act;
import io.alluse.ledger.Announcement;
import io.alluse.ledger.ChainHead;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.Movement;
import io.alluse.ledger.Posting;
import io.alluse.lineage.Merge;
import io.alluse.lineage.MergeKind;
import io.alluse.lineage.NewMerge;
import io.alluse.money.Money;
import io.alluse.policy.PolicyHash;
import io.alluse.text.Json;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * From an executed consolidation to the events of both accounts (docs/rules.md 7.5).
 *
 * @param no its number among the merges into its target
 * @param shared whether both are at the same brokerage account
 */
record MovePostings(
        Recommendation recommendation,
        Parcel parcel,
        AccountId target,
        String targetCode,
        int no,
        boolean shared,
        Act act) {

    static final String RULE = "consolidation";

    boolean whole() {
        return recommendation.strategy() != Strategy.PARTIAL;
    }

    /** Number and code of what moves; the number of a recommendation is no part of the chains. */
    private String ref() {
        return Merge.code(targetCode, no);
    }

    Posting leaving(PolicyHash policy) {
        return posting(
                parcel.from().chain(),
                policy,
                parcel.base().negated(),
                ParcelPostings.leaving(parcel),
                ParcelPostings.announcedLeaving(parcel, shared),
                whole() ? AccountState.MERGING : null,
                common().put("gives", ParcelPostings.detail(parcel)));
    }

    Posting arriving(Mover target) {
        return arriving(
                target.head().chain(), target.policy().hash(), target.head().base(), null);
    }

    /** The first event of an account that is opened for it. */
    Posting opening(ChainHead start, PolicyHash policy, AccountState state) {
        Posting opening = arriving(start, policy, Money.ZERO, state);
        return new Posting(
                start,
                opening.rule(),
                opening.ref(),
                opening.date(),
                opening.effective(),
                EventKind.OPENED,
                policy,
                opening.baseChange(),
                opening.movements(),
                opening.announcements(),
                state,
                opening.detail());
    }

    private Posting arriving(ChainHead after, PolicyHash policy, Money base, @Nullable AccountState state) {
        return posting(
                after,
                policy,
                parcel.baseReceived(base),
                ParcelPostings.arriving(parcel),
                ParcelPostings.announcedArriving(parcel, shared),
                state,
                common().put("takes", ParcelPostings.detail(parcel)));
    }

    private Json common() {
        return act.detail()
                .put("from", recommendation.account())
                .put("into", targetCode)
                .put("strategy", recommendation.strategy().word())
                .put(
                        "triggers",
                        recommendation.triggers().stream().map(Trigger::word).toList());
    }

    private Posting posting(
            ChainHead after,
            PolicyHash policy,
            Money baseChange,
            List<Movement> movements,
            List<Announcement> announcements,
            @Nullable AccountState state,
            Json detail) {
        return new Posting(
                after,
                RULE,
                ref(),
                act.date(),
                act.date().date(),
                EventKind.MERGED,
                policy,
                baseChange,
                movements,
                announcements,
                state,
                detail);
    }

    NewMerge kept(int eventNo, PolicyHash policy) {
        String why = recommendation.triggers().stream().map(Trigger::word).collect(Collectors.joining(", "));
        return new NewMerge(
                target,
                no,
                MergeKind.CONSOLIDATION,
                act.date().date(),
                eventNo,
                null,
                policy,
                why,
                parcel.received(),
                List.of(new NewMerge.Member(
                        parcel.from().chain().account(),
                        parcel.from().chain().lastNo() + 1,
                        whole(),
                        parcel.base(),
                        parcel.received())));
    }
}
