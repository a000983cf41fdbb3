package io.alluse.statement;

import io.alluse.account.BrokerageReference;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SQL that finds brokerage accounts by what files call them. */
final class NameStore {

    private static final String BY_NAME = Sql.of(NameStore.class, "brokerage-by-name");

    private final Session session;

    NameStore(Session session) {
        this.session = session;
    }

    /** A brokerage account that goes by the name, with or without its broker ({@code IB:U100}). */
    record Candidate(long id, String reference, String code, boolean released) {}

    Map<String, List<Candidate>> candidates(Collection<String> names) {
        Map<String, List<Candidate>> found = new HashMap<>();
        session.client()
                .sql(BY_NAME)
                .param("names", names.toArray(String[]::new))
                .param(
                        "spelled",
                        names.stream().map(BrokerageReference::spelled).toArray(String[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getString("name"), _ -> new ArrayList<>())
                            .add(new Candidate(
                                    row.getLong("id"),
                                    row.getString("reference"),
                                    row.getString("code"),
                                    row.getString("state").equals("released")));
                });
        return found;
    }

    /** What the broker calls it, where that has been said. */
    Optional<String> reference(long brokerage) {
        return session.client()
                .sql("select reference from brokerage_account where id = :id and reference is not null")
                .param("id", brokerage)
                .query(String.class)
                .optional();
    }

    /** What names stood for when the file was read first. */
    Map<String, @Nullable Long> kept(long runId) {
        Map<String, @Nullable Long> kept = new HashMap<>();
        session.client()
                .sql("select name, brokerage_id from statement_account where run_id = :run")
                .param("run", runId)
                .query(row -> {
                    kept.put(row.getString("name"), row.getObject("brokerage_id", Long.class));
                });
        return kept;
    }

    void keep(long runId, Map<String, @Nullable Long> names) {
        session.client()
                .sql("""
                        insert into statement_account (run_id, name, brokerage_id)
                        select :run, n.name, n.id from unnest(:names::text[], :ids::bigint[]) as n (name, id)""")
                .param("run", runId)
                .param("names", names.keySet().toArray(String[]::new))
                .param("ids", names.values().toArray(Long[]::new))
                .update();
    }
}
