package io.alluse.ledger;

import io.alluse.account.AccountState;
import io.alluse.calendar.BusinessDay;
import io.alluse.money.Money;
import io.alluse.policy.PolicyHash;
import io.alluse.text.Json;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Postings as tests write them. */
final class Postings {

    static final PolicyHash POLICY = new PolicyHash("ab".repeat(32));
    static final LocalDate DAY = LocalDate.of(2026, 1, 9);

    private Postings() {}

    static Movement move(LedgerAccount from, LedgerAccount to, String amount) {
        return Movement.of(from, to, Money.of(amount), DAY);
    }

    static Movement paid(String amount, String transfer) {
        return new Movement(LedgerAccount.CASH, LedgerAccount.TRANSFERS, Money.of(amount), DAY, transfer, null);
    }

    static Movement received(String amount, String transfer) {
        return new Movement(LedgerAccount.TRANSFERS, LedgerAccount.CASH, Money.of(amount), DAY, transfer, null);
    }

    static Posting settled(ChainHead after, String ref, Movement... movements) {
        return new Posting(
                after,
                "test",
                ref,
                BusinessDay.of(DAY),
                DAY,
                EventKind.SETTLED,
                POLICY,
                Money.ZERO,
                List.of(movements),
                List.of(),
                null,
                Json.canonical());
    }

    static Posting posting(ChainHead after, String ref, Movement... movements) {
        return posting(after, ref, "0", null, movements);
    }

    static Posting posting(
            ChainHead after, String ref, String baseChange, @Nullable AccountState state, Movement... movements) {
        return new Posting(
                after,
                "test",
                ref,
                BusinessDay.of(DAY),
                DAY,
                state == null ? EventKind.POSTED : EventKind.STATE_CHANGED,
                POLICY,
                Money.of(baseChange),
                List.of(movements),
                List.of(),
                state,
                Json.canonical().put("note", ref));
    }
}
