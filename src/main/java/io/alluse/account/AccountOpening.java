package io.alluse.account;

import io.alluse.sql.Session;
import java.util.List;

/** Writes the rows that make main accounts known; their money is the ledger's business, in the same transaction. */
public final class AccountOpening {

    private final OpeningStore store;

    public AccountOpening(Session session) {
        this.store = new OpeningStore(session);
    }

    /** All of one table partition. */
    public void open(int partition, List<NewMainAccount> mains, long runId) {
        store.insertMains(mains, runId);
        store.copyAccounts(partition, mains);
        store.insertBrokerage(mains);
    }
}
