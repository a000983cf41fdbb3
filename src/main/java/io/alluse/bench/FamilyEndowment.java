package io.alluse.bench;

import io.alluse.account.AccountId;
import io.alluse.calendar.BusinessDay;
import io.alluse.database.ScratchServer.ScratchDatabase;
import io.alluse.holding.HoldingChanges;
import io.alluse.holding.Lot;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.Share;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.ledger.PagedHead;
import io.alluse.ledger.Posting;
import io.alluse.lot.Lots;
import io.alluse.money.Money;
import io.alluse.sql.Session;
import io.alluse.text.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Gives members of fork families so much that these are due: cash, and three positions of two lots each. */
final class FamilyEndowment {

    private static final Money PAID_IN = Money.ofCents(300_000_00);
    private static final Money COST = Money.ofCents(40_000_00);
    private static final List<String> SYMBOLS = List.of("TSLA", "NVDA", "AAPL");
    private static final int LOTS_EACH = 2;

    private FamilyEndowment() {}

    static void endow(ScratchDatabase database, BusinessDay date) {
        Session session = Session.of(database.database().programPool(2));
        Ledger ledger = new Ledger(session);
        Lots lots = new Lots(session);
        SweepFixture.walk(session, (partition, heads) -> {
            List<AccountHead> members = heads.stream()
                    .filter(HierarchyFixture::isMember)
                    .map(PagedHead::head)
                    .map(Objects::requireNonNull)
                    .toList();
            ledger.append(
                    partition, members.stream().map(head -> paidIn(head, date)).toList(), null);
            Map<AccountId, HoldingChanges> changes = new HashMap<>();
            members.forEach(head -> changes.put(head.chain().account(), bought(head, date)));
            if (!changes.isEmpty()) {
                lots.keep(partition, changes);
            }
        });
    }

    private static Posting paidIn(AccountHead head, BusinessDay date) {
        Money cost = COST.times((long) SYMBOLS.size() * LOTS_EACH);
        return new Posting(
                head.chain(),
                "bench-endowment",
                date.toString(),
                date,
                date.date(),
                EventKind.POSTED,
                SweepFixture.STANDARD,
                PAID_IN,
                List.of(
                        Movement.of(LedgerAccount.CAPITAL, LedgerAccount.CASH, PAID_IN, date.date()),
                        Movement.of(LedgerAccount.CASH, LedgerAccount.SECURITIES, cost, date.date())),
                List.of(),
                null,
                Json.canonical());
    }

    private static HoldingChanges bought(AccountHead head, BusinessDay date) {
        List<Lot> lots = new ArrayList<>();
        for (String symbol : SYMBOLS) {
            for (int i = 0; i < LOTS_EACH; i++) {
                lots.add(lot(lots.size() + 1, new Share(symbol), date.date().minusDays(i)));
            }
        }
        return new HoldingChanges(lots, List.of(), List.of(), lots.size(), head.balances(), head.base(), Money.ZERO);
    }

    private static Lot lot(int no, Instrument instrument, LocalDate day) {
        BigDecimal quantity = BigDecimal.valueOf(100);
        return new Lot(no, instrument, day, day, quantity, COST, quantity, COST, "bench/" + no);
    }
}
