package io.alluse.bench;

import io.alluse.calendar.BusinessDay;
import io.alluse.database.ScratchServer.ScratchDatabase;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.ledger.PagedHead;
import io.alluse.money.Money;
import java.util.List;

/** Databases whose accounts have grown so that some of them fork. */
final class HierarchyFixture {

    static final BusinessDay NIGHT = SweepFixture.EARNED;

    /** Over the threshold of a GEN under {@code standard}. */
    private static final Money SURPLUS = Money.ofCents(52_000_00);

    private static final Money SURPLUS_OF_REV = Money.ofCents(500_000_00);

    private final SweepFixture accounts;

    HierarchyFixture(SweepFixture accounts) {
        this.accounts = accounts;
    }

    /** So many accounts at least; the GEN of every so manieth main account is over its threshold, of none if that is 0. */
    ScratchDatabase grown(long many, int oneGenIn) {
        return grown(many, oneGenIn, 0);
    }

    /** Of every so manieth main account the REV, too. */
    ScratchDatabase grown(long many, int oneGenIn, int oneRevIn) {
        ScratchDatabase database = accounts.open(many);
        if (oneGenIn > 0) {
            SweepFixture.post(database, NIGHT, "bench-growth", head -> growth(head, oneGenIn, oneRevIn));
        }
        SweepFixture.settle(database);
        return database;
    }

    private static List<Movement> growth(PagedHead head, int oneGenIn, int oneRevIn) {
        return switch (head.tier()) {
            case GEN -> growth(head, oneGenIn, SURPLUS);
            case REV -> growth(head, oneRevIn, SURPLUS_OF_REV);
            case COM -> List.of();
        };
    }

    private static List<Movement> growth(PagedHead head, int oneIn, Money surplus) {
        return oneIn > 0 && head.id().number() % oneIn == 0
                ? List.of(Movement.of(LedgerAccount.PREMIUM, LedgerAccount.CASH, surplus, NIGHT.date()))
                : List.of();
    }
}
