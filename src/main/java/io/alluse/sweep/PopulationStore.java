package io.alluse.sweep;

import io.alluse.policy.Tier;
import io.alluse.sql.Session;
import java.util.List;
import java.util.Set;

/** SQL that counts the population of a sweep. */
final class PopulationStore {

    private final Session session;

    PopulationStore(Session session) {
        this.session = session;
    }

    /** The accounts of a table partition, and the greatest of their serials. */
    record Counted(int partition, long accounts, long lastSerial) {}

    List<Counted> count(Set<Tier> tiers) {
        // there are few groups, whatever the planner thinks
        session.client().sql("set local enable_sort = off").update();
        return tiers.size() == Tier.values().length
                ? session.client()
                        .sql("""
                                select account_id >> 56 as partition, count(*) as accounts, max(serial) as last
                                from account_head group by 1 order by 1""")
                        .query((row, no) -> new Counted(row.getInt(1), row.getLong(2), row.getLong(3)))
                        .list()
                : session.client()
                        .sql("""
                                select account_id >> 56 as partition, count(*) as accounts, max(serial) as last
                                from account_head h join account a on a.id = h.account_id
                                where a.tier = any(:tiers) group by 1 order by 1""")
                        .param("tiers", tiers.stream().map(Tier::name).toArray(String[]::new))
                        .query((row, no) -> new Counted(row.getInt(1), row.getLong(2), row.getLong(3)))
                        .list();
    }
}
