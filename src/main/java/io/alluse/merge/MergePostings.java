package io.alluse.merge;

import io.alluse.absorption.Parcel;
import io.alluse.absorption.ParcelPostings;
import io.alluse.account.AccountState;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Announcement;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.Movement;
import io.alluse.ledger.Posting;
import io.alluse.money.Money;
import io.alluse.policy.PolicyHash;
import io.alluse.text.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From a family that is due to the events of its members and of the account that takes them up (docs/rules.md 7.2). */
final class MergePostings {

    static final String RULE = "merge-sweep";

    private MergePostings() {}

    private static Json common(MergeIntent intent) {
        return Json.canonical()
                .put("family", intent.family().family().code())
                .put("founded", intent.family().family().founded())
                .put("into", intent.family().target().chain().code())
                .put("netWorth", intent.due().netWorth().canonical())
                .put("received", intent.family().family().received().canonical())
                .put("why", intent.due().why());
    }

    static Json left(Parcel parcel, MergeIntent intent) {
        return common(intent).put("gives", ParcelPostings.detail(parcel));
    }

    static Json asked(MergeIntent intent) {
        return common(intent).put("asked", "positions are sold before the merge");
    }

    /** Of the account at which the family is decided the business date is the ref: the database itself takes no second one. */
    static Posting member(Parcel parcel, MergeIntent intent, PolicyHash policy, String ref) {
        return posting(
                parcel.from(),
                intent,
                policy,
                ref,
                parcel.base().negated(),
                ParcelPostings.leaving(parcel),
                ParcelPostings.announcedLeaving(parcel, intent.family().isShared()),
                AccountState.MERGING,
                left(parcel, intent));
    }

    static Posting target(AccountHead target, List<Parcel> parcels, MergeIntent intent, PolicyHash policy, String ref) {
        List<Movement> movements = new ArrayList<>();
        List<Announcement> announced = new ArrayList<>();
        List<Json> details = new ArrayList<>();
        for (Parcel parcel : parcels) {
            movements.addAll(ParcelPostings.arriving(parcel));
            announced.addAll(
                    ParcelPostings.announcedArriving(parcel, intent.family().isShared()));
            details.add(ParcelPostings.detail(parcel));
        }
        return posting(
                target,
                intent,
                policy,
                ref,
                received(parcels),
                movements,
                announced,
                null,
                common(intent).put("takes", details));
    }

    /** A family that is due is worth something. */
    static Money received(List<Parcel> parcels) {
        return parcels.stream().map(Parcel::received).reduce(Money.ZERO, Money::plus);
    }

    private static Posting posting(
            AccountHead head,
            MergeIntent intent,
            PolicyHash policy,
            String ref,
            Money baseChange,
            List<Movement> movements,
            List<Announcement> announcements,
            @Nullable AccountState state,
            Json detail) {
        return new Posting(
                head.chain(),
                RULE,
                ref,
                intent.date(),
                intent.date().date(),
                EventKind.MERGED,
                policy,
                baseChange,
                movements,
                announcements,
                state,
                detail);
    }
}
