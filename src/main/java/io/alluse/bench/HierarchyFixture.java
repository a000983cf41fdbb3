package io.alluse.bench;

import io.alluse.account.AccountId;
import io.alluse.calendar.BusinessDay;
import io.alluse.database.ScratchServer.ScratchDatabase;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.ledger.PagedHead;
import io.alluse.money.Money;
import io.alluse.policy.Tier;
import java.util.List;

/** Databases whose accounts have grown so that some of them fork. */
final class HierarchyFixture {

    static final BusinessDay NIGHT = SweepFixture.EARNED;

    /** Over the threshold of a GEN under {@code standard}. */
    private static final Money SURPLUS = Money.ofCents(52_000_00);

    private final SweepFixture accounts;

    HierarchyFixture(SweepFixture accounts) {
        this.accounts = accounts;
    }

    /** So many accounts at least; the GEN of every so manieth main account is over its threshold, of none if that is 0. */
    ScratchDatabase grown(long many, int oneMainIn) {
        ScratchDatabase database = accounts.open(many);
        if (oneMainIn > 0) {
            SweepFixture.post(database, NIGHT, "bench-growth", head -> growth(head, oneMainIn));
        }
        SweepFixture.settle(database);
        return database;
    }

    private static List<Movement> growth(PagedHead head, int oneMainIn) {
        AccountId id = head.id();
        return head.tier() == Tier.GEN && id.number() % oneMainIn == 0
                ? List.of(Movement.of(LedgerAccount.PREMIUM, LedgerAccount.CASH, SURPLUS, NIGHT.date()))
                : List.of();
    }
}
