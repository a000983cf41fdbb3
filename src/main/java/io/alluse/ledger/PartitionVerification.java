package io.alluse.ledger;

import io.alluse.account.AccountId;
import io.alluse.ledger.LedgerRow.AccountRow;
import io.alluse.ledger.LedgerRow.EventRow;
import io.alluse.ledger.LedgerRow.HeadRow;
import io.alluse.ledger.LedgerRow.MainRow;
import io.alluse.ledger.LedgerRow.MovementRow;
import io.alluse.ledger.LedgerRow.YearRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Merges the rows of a table partition account by account, holding no more than one event of one account. */
final class PartitionVerification {

    private final PartitionRows rows;
    private final boolean whole;
    private final EventText text = new EventText();
    private final Findings findings = new Findings();
    private final MembersCheck members = new MembersCheck(findings);
    private LedgerSums sums = LedgerSums.NONE;
    private long events;
    private long movements;

    /** The accounts of a main account are checked where all of the partition is looked at. */
    PartitionVerification(PartitionRows rows, boolean whole) {
        this.rows = rows;
        this.whole = whole;
    }

    void run() {
        for (long id = rows.nextId(); id != RowCursor.END; id = rows.nextId()) {
            MainRow main = rows.mains().takenAt(id);
            if (main != null && whole) {
                members.next(main);
            }
            if (rows.hasAccountAt(id)) {
                account(id);
            }
        }
        if (whole) {
            members.end();
        }
    }

    private void account(long id) {
        AccountRow account = rows.accounts().takenAt(id);
        HeadRow head = rows.heads().takenAt(id);
        if (account != null && whole) {
            members.member(account);
        }
        String name = account == null ? nameOf(id) : account.code();
        if (account == null) {
            findings.add(Finding.ofAccount(name, "account", "a code", "none"));
        }
        ChainReplay chain = replayed(id, account == null ? null : account.code(), name);
        if (head == null) {
            findings.add(Finding.ofAccount(name, "head", "one", "none"));
        } else {
            chain.head(head);
        }
        chain.years(years(id));
        sums = sums.plus(new LedgerSums(head == null ? 0 : 1, events, movements, chain.base(), chain.balances()));
    }

    private List<YearRow> years(long id) {
        List<YearRow> found = new ArrayList<>(2);
        for (YearRow next = rows.years().takenAt(id);
                next != null;
                next = rows.years().takenAt(id)) {
            found.add(next);
        }
        return found;
    }

    private static String nameOf(long id) {
        AccountId unknown = new AccountId(id);
        return "account " + (id - unknown.main().value()) + " of main account " + unknown.number();
    }

    private ChainReplay replayed(long id, @Nullable String code, String name) {
        ChainReplay chain = new ChainReplay(code, name, text, findings);
        events = 0;
        movements = 0;
        for (EventRow event = rows.events().takenAt(id);
                event != null;
                event = rows.events().takenAt(id)) {
            orphansBefore(id, event.no(), chain);
            chain.event(event, movementsOf(event));
            events++;
        }
        orphansBefore(id, Integer.MAX_VALUE, chain);
        return chain;
    }

    private void orphansBefore(long id, int no, ChainReplay chain) {
        for (MovementRow next = rows.movements().seenAt(id);
                next != null && next.event() < no;
                next = rows.movements().seenAt(id)) {
            chain.orphan(next);
            rows.movements().takenAt(id);
            movements++;
        }
    }

    private List<MovementRow> movementsOf(EventRow event) {
        List<MovementRow> found = new ArrayList<>(4);
        for (MovementRow next = rows.movements().seenAt(event.id());
                next != null && next.event() == event.no();
                next = rows.movements().seenAt(event.id())) {
            found.add(next);
            rows.movements().takenAt(event.id());
        }
        movements += found.size();
        return found;
    }

    Findings findings() {
        return findings;
    }

    /** Accounts by their heads, bases and balances as the events have them. */
    LedgerSums sums() {
        return sums;
    }
}
