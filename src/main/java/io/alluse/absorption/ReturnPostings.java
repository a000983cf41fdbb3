package io.alluse.absorption;

import io.alluse.account.AccountState;
import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Announcement;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.ledger.Posting;
import io.alluse.lineage.Merge;
import io.alluse.money.Money;
import io.alluse.policy.PolicyHash;
import io.alluse.text.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The compensating events of a merge: all goes back as it came, and is again what it was. */
record ReturnPostings(Merge merge, Word word) {

    static final String RULE = "merge-reverse";

    /** Who takes it back, why, and when. */
    record Word(String who, String reason, BusinessDay date) {}

    Posting target(
            AccountHead head, List<Parcel> back, Money baseChange, List<Announcement> announced, PolicyHash policy) {
        List<Movement> movements = back.stream()
                .flatMap(parcel -> ParcelPostings.leaving(parcel).stream())
                .toList();
        return posting(head, baseChange, movements, announced, null, policy);
    }

    Posting member(
            AccountHead head,
            Parcel back,
            Map<LedgerAccount, Money> raised,
            Money base,
            List<Announcement> announced,
            PolicyHash policy) {
        List<Movement> movements = new ArrayList<>(ParcelPostings.arriving(back));
        raised.forEach((bucket, amount) -> movements.add(
                amount.isPositive()
                        ? Movement.of(LedgerAccount.CASH, bucket, amount, back.date())
                        : Movement.of(bucket, LedgerAccount.CASH, amount.negated(), back.date())));
        AccountState after = head.state() == AccountState.MERGING ? AccountState.ACTIVE : null;
        return posting(head, base, movements, announced, after, policy);
    }

    private Posting posting(
            AccountHead head,
            Money baseChange,
            List<Movement> movements,
            List<Announcement> announcements,
            @Nullable AccountState state,
            PolicyHash policy) {
        return new Posting(
                head.chain(),
                RULE,
                merge.code(),
                word.date(),
                word.date().date(),
                EventKind.REVERSED,
                policy,
                baseChange,
                movements,
                announcements,
                state,
                Json.canonical()
                        .put("merge", merge.code())
                        .put("reason", word.reason())
                        .put("who", word.who()));
    }
}
