package io.alluse.lot;

import io.alluse.account.AccountId;
import io.alluse.holding.HoldingChanges;
import io.alluse.holding.Lot;
import io.alluse.sql.Session;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The lots of accounts, and what closed them. */
public final class Lots {

    private final LotStore store;
    private final LotHistoryStore histories;
    private final HeldStore held;

    public Lots(Session session) {
        this.store = new LotStore(session);
        this.histories = new LotHistoryStore(session);
        this.held = new HeldStore(session);
    }

    /** Of accounts of one partition, in the order in which they were opened. */
    public Map<AccountId, List<Lot>> open(int partition, Collection<AccountId> accounts) {
        return store.open(partition, accounts);
    }

    /** What the open lots of each instrument add up to, for a page of accounts in one query; an account that holds nothing is left out. */
    public Map<AccountId, List<Held>> held(Collection<AccountId> accounts) {
        return accounts.isEmpty() ? Map.of() : held.of(accounts);
    }

    /** The highest number given so far; an account without lots is left out. */
    public Map<AccountId, Integer> last(Collection<AccountId> accounts) {
        return store.last(accounts);
    }

    /** What accounts of one partition hold now that they have taken their lines; in the transaction that posts these. */
    public void keep(int partition, Map<AccountId, HoldingChanges> changes) {
        store.keep(partition, changes);
    }

    /** What leaves accounts of one partition for others and arrives in them; in the transaction that posts it. */
    public void move(int partition, Map<AccountId, LotMoves> moves) {
        if (!moves.isEmpty()) {
            store.move(partition, moves);
        }
    }

    /** All that an account ever held. */
    public LotHistory history(AccountId account) {
        return histories(List.of(account)).getOrDefault(account, LotHistory.NONE);
    }

    /** Of as many accounts as fit into memory; an account without lots is left out. */
    public Map<AccountId, LotHistory> histories(Collection<AccountId> accounts) {
        return histories.of(accounts);
    }
}
