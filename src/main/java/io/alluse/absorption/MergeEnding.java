package io.alluse.absorption;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.ledger.AccountHead;
import io.alluse.lineage.Emptied;
import io.alluse.lineage.Merges;
import io.alluse.sql.Session;
import io.alluse.text.Json;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** The next close: accounts that a merge or a consolidation of an earlier business date has emptied are CLOSED (docs/rules.md 7.3). */
public final class MergeEnding {

    private final Merges merges;

    public MergeEnding(Session session) {
        this.merges = new Merges(session);
    }

    /** What has emptied those of these accounts that are MERGING. */
    public Map<AccountId, Emptied> emptied(Collection<AccountId> merging) {
        return merges.emptied(merging);
    }

    /** On the day of the merge it can still be taken back. */
    public static boolean isDue(AccountHead head, Emptied by, LocalDate date) {
        return head.state() == AccountState.MERGING
                && head.balances().isEmpty()
                && by.date().isBefore(date);
    }

    /** Of the event that closes an account: STATE_CHANGED to CLOSED, without movements. */
    public static Json detail(Emptied by) {
        return Json.canonical()
                .put("from", AccountState.MERGING)
                .put("merge", by.merge())
                .put("mergedInto", by.targetCode())
                .put("to", AccountState.CLOSED);
    }

    /** Of those that have just been closed. */
    public void ended(Collection<AccountId> closed, LocalDate on) {
        merges.closed(closed, on);
    }
}
