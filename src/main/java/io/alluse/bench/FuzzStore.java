package io.alluse.bench;

import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.util.List;

/** SQL of those who look what imports have left. */
final class FuzzStore {

    private static final String LOTS_THAT_DIFFER = Sql.of(FuzzStore.class, "lots-that-differ");

    private final Session session;

    FuzzStore(Session session) {
        this.session = session;
    }

    long events() {
        return session.client()
                .sql("select coalesce(sum(last_no), 0) from account_head")
                .query((row, no) -> row.getLong(1))
                .single();
    }

    /** Accounts whose lots do not cost what their balances say. */
    List<String> lotsThatDiffer() {
        return session.client()
                .sql(LOTS_THAT_DIFFER)
                .query((row, no) -> row.getString(1))
                .list();
    }

    /** Where accounts share a brokerage account, somebody has to be told whose the trades are. */
    void route() {
        session.client().sql("""
                insert into account_override (subject_id, effective_on, key, value, source)
                select id, '2023-01-01', 'routing', '[option any any GEN, stock any any REV]', 'bench'
                from main_account where mapping = 'per-main'""").update();
    }
}
