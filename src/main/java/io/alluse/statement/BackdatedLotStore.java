package io.alluse.statement;

import io.alluse.account.AccountId;
import io.alluse.holding.Lot;
import io.alluse.sql.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** SQL of lots that were opened by lines older than others that had been taken. */
final class BackdatedLotStore {

    private final Session session;

    BackdatedLotStore(Session session) {
        this.session = session;
    }

    void keep(long runId, Map<AccountId, List<Lot>> backdated) {
        List<Long> accounts = new ArrayList<>();
        List<Integer> lots = new ArrayList<>();
        backdated.forEach((account, theirs) -> theirs.forEach(lot -> {
            accounts.add(account.value());
            lots.add(lot.no());
        }));
        if (accounts.isEmpty()) {
            return;
        }
        session.client()
                .sql("""
                        insert into statement_backdated_lot (run_id, account_id, lot_no)
                        select :run, l.* from unnest(:accounts::bigint[], :lots::integer[]) as l""")
                .param("run", runId)
                .param("accounts", accounts.toArray(Long[]::new))
                .param("lots", lots.toArray(Integer[]::new))
                .update();
    }

    /** The numbers of the lots by account, of so many accounts after another one, in the order of their ids. */
    SortedMap<AccountId, Set<Integer>> of(long runId, long after, int most) {
        SortedMap<AccountId, Set<Integer>> lots = new TreeMap<>();
        session.client()
                .sql("""
                        select account_id, lot_no from statement_backdated_lot
                        where run_id = :run and account_id in (
                            select distinct account_id from statement_backdated_lot
                            where run_id = :run and account_id > :after order by account_id limit :most)""")
                .param("run", runId)
                .param("after", after)
                .param("most", most)
                .query(row -> {
                    lots.computeIfAbsent(new AccountId(row.getLong("account_id")), _ -> new HashSet<>())
                            .add(row.getInt("lot_no"));
                });
        return lots;
    }
}
