package io.alluse.bench;

import io.alluse.database.ScratchServer.ScratchDatabase;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.ledger.PagedHead;
import io.alluse.money.Money;
import java.util.List;
import java.util.Objects;

/** Databases whose accounts have all allocated a part of their capital, as weeks and quarters would have. */
final class OrderFixture {

    private static final Money EACH = Money.ofCents(20_000_00);

    private final SweepFixture accounts;

    OrderFixture(SweepFixture accounts) {
        this.accounts = accounts;
    }

    ScratchDatabase allocated(long many) {
        ScratchDatabase database = accounts.open(many);
        SweepFixture.post(database, SweepFixture.EARNED, "bench-allocation", OrderFixture::allocation);
        SweepFixture.settle(database);
        return database;
    }

    private static List<Movement> allocation(PagedHead head) {
        Objects.requireNonNull(head.head());
        return switch (head.tier()) {
            case GEN -> List.of(to(LedgerAccount.ALLOCATED_CONTRACTS));
            case REV -> List.of(to(LedgerAccount.ALLOCATED_CONTRACTS), to(LedgerAccount.ALLOCATED_LEAPS));
            case COM -> List.of(to(LedgerAccount.ALLOCATED_SHARES), to(LedgerAccount.ALLOCATED_LEAPS));
        };
    }

    private static Movement to(LedgerAccount bucket) {
        return Movement.of(LedgerAccount.CASH, bucket, EACH, SweepFixture.EARNED.date());
    }
}
