package io.alluse.sweep;

import io.alluse.account.AccountId;
import io.alluse.run.Run;
import io.alluse.sql.CopyRows;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import io.alluse.sweep.Outcomes.Found;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** SQL of candidates and their turns. */
final class TurnStore {

    private static final String COPY =
            "copy sweep_candidate (run_id, pass, account_id, code, most) from stdin (format binary)";
    private static final String LIMITED = Sql.of(TurnStore.class, "limited-candidates");
    private static final String INSERT_TURNS = Sql.of(TurnStore.class, "insert-turns");

    private final Session session;

    TurnStore(Session session) {
        this.session = session;
    }

    void keep(long runId, int pass, List<Found> found) {
        if (found.isEmpty()) {
            return;
        }
        CopyRows rows = new CopyRows(5);
        for (Found one : found) {
            rows.row()
                    .put(runId)
                    .putInteger(pass)
                    .put(one.account().value())
                    .put(one.code())
                    .putIntegerOrNull(one.most().isEmpty() ? null : one.most().getAsInt());
        }
        session.copy(rows, COPY);
    }

    long candidates(Run run) {
        return session.client()
                .sql("select count(*) from sweep_candidate where run_id = :run and pass = :pass")
                .param("run", run.id())
                .param("pass", run.pass())
                .query(Long.class)
                .single();
    }

    /** In their order, each with the number of unlimited ones before it. */
    List<Limited> limited(Run run) {
        return session.client()
                .sql(LIMITED)
                .param("run", run.id())
                .param("pass", run.pass())
                .param("job", run.key().job())
                .param("date", run.key().date().date())
                .query((row, no) -> new Limited(
                        new AccountId(row.getLong("account_id")),
                        row.getInt("most"),
                        row.getLong("unlimited_before"),
                        row.getObject("since", LocalDate.class)))
                .list();
    }

    /** A candidate that waits where too many are under way. */
    record Limited(AccountId account, int most, long unlimitedBefore, LocalDate since) {}

    /**
     * The turns of all unlimited candidates and of these limited ones.
     *
     * @param part the one that takes them all, or after which those of the table partitions are numbered
     */
    void insertTurns(Run run, List<AccountId> admitted, int part, boolean one) {
        session.client()
                .sql(INSERT_TURNS)
                .param("run", run.id())
                .param("pass", run.pass())
                .param("job", run.key().job())
                .param("date", run.key().date().date())
                .param("admitted", admitted.stream().map(AccountId::value).toArray(Long[]::new))
                .param("part", part)
                .param("one", one)
                .update();
    }

    /** Candidates by part. */
    Map<Integer, Long> parts(Run run) {
        Map<Integer, Long> parts = new TreeMap<>();
        session.client()
                .sql("""
                        select part, count(*) as turns from sweep_turn
                        where run_id = :run and pass = :pass group by part""")
                .param("run", run.id())
                .param("pass", run.pass())
                .query(row -> {
                    parts.put(row.getInt("part"), row.getLong("turns"));
                });
        return parts;
    }

    /** Who waits for the next run, and since when; in a first pass all who waited before have had their chance. */
    void queue(Run run, List<Limited> refused) {
        if (run.pass() == 1) {
            session.client()
                    .sql("delete from sweep_queue where job = :job")
                    .param("job", run.key().job())
                    .update();
        }
        session.client()
                .sql("""
                        insert into sweep_queue (job, account_id, since)
                        select :job, w.account_id, w.since::date
                        from unnest(:accounts::bigint[], :since::text[]) as w (account_id, since)
                        on conflict (job, account_id) do nothing""")
                .param("job", run.key().job())
                .param(
                        "accounts",
                        refused.stream().map(one -> one.account().value()).toArray(Long[]::new))
                .param(
                        "since",
                        refused.stream().map(one -> one.since().toString()).toArray(String[]::new))
                .update();
    }

    /** A candidate and its place in its part. */
    record Turn(long seq, AccountId account) {}

    List<Turn> turns(long runId, int pass, int part, long after, int most) {
        return session.client()
                .sql("""
                        select seq, account_id from sweep_turn
                        where run_id = :run and pass = :pass and part = :part and seq > :after
                        order by seq limit :most""")
                .param("run", runId)
                .param("pass", pass)
                .param("part", part)
                .param("after", after)
                .param("most", most)
                .query((row, no) -> new Turn(row.getLong("seq"), new AccountId(row.getLong("account_id"))))
                .list();
    }
}
