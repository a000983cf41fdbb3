package io.alluse.sweep;

import io.alluse.account.AccountId;
import io.alluse.sql.CopyRows;
import io.alluse.sql.Session;
import io.alluse.sweep.Outcomes.Kept;
import java.util.List;

/** SQL of what became of single accounts. */
final class OutcomeStore {

    private static final int LONGEST_REASON = 500;
    private static final String COPY = """
            copy account_outcome (run_id, pass, account_id, outcome, reason, short_by) from stdin (format binary)""";

    private static final String EVENTS =
            "select count(*) from event_p%02d where rule = :rule and ref = :ref and run_id = :run";

    private final Session session;

    OutcomeStore(Session session) {
        this.session = session;
    }

    void keep(long runId, int pass, List<Kept> kept) {
        CopyRows rows = new CopyRows(6);
        for (Kept one : kept) {
            rows.row()
                    .put(runId)
                    .putInteger(pass)
                    .put(one.account().value())
                    .put(one.outcome().name())
                    .put(plain(one.reason()))
                    .put(one.shortBy() == null ? null : one.shortBy().amount());
        }
        session.copy(rows, COPY);
    }

    /** PostgreSQL takes no NUL in a text; nobody reads a reason of a page. */
    private static String plain(String reason) {
        String text = reason.replaceAll("\\p{Cntrl}+", " ");
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON - 1) + "…";
    }

    /** Fixes the population of a later pass; returns its size. */
    int take(long runId, int pass) {
        return session.client().sql("""
                        update account_outcome set taken_in = :pass
                        where run_id = :run and pass = :pass - 1 and outcome = 'SET_ASIDE'
                            and taken_in is null and resolved_at is null""").param("run", runId).param("pass", pass).update();
    }

    /** Those of this pass that nobody has resolved or taken again. */
    long left(long runId, int pass) {
        return session.client()
                .sql("""
                        select count(*) from account_outcome
                        where run_id = :run and pass = :pass and outcome = 'SET_ASIDE'
                            and taken_in is null and resolved_at is null""")
                .param("run", runId)
                .param("pass", pass)
                .query(Long.class)
                .single();
    }

    List<AccountId> taken(long runId, int pass, long after, int most) {
        return session.client()
                .sql("""
                        select account_id from account_outcome
                        where run_id = :run and pass = :pass - 1 and taken_in = :pass and account_id > :after
                        order by account_id limit :most""")
                .param("run", runId)
                .param("pass", pass)
                .param("after", after)
                .param("most", most)
                .query((row, no) -> new AccountId(row.getLong("account_id")))
                .list();
    }

    /** Rows of one pass, to be compared with what was counted. */
    record RowCounts(long waiting, long review, long setAside) {}

    RowCounts rows(long runId, int pass) {
        return session.client()
                .sql("""
                        select count(*) filter (where outcome = 'WAITING') as waiting,
                            count(*) filter (where outcome = 'REVIEW') as review,
                            count(*) filter (where outcome = 'SET_ASIDE') as aside
                        from account_outcome where run_id = :run and pass = :pass""")
                .param("run", runId)
                .param("pass", pass)
                .query((row, no) -> new RowCounts(row.getLong("waiting"), row.getLong("review"), row.getLong("aside")))
                .single();
    }

    /**
     * The events of a run in one table partition, counted in the ledger itself by the index on what they are, whatever the statistics
     * say of a table that has just been filled.
     */
    long events(long runId, String rule, String ref, int partition) {
        return session.transaction(() -> {
            session.client().sql("set local enable_seqscan = off").update();
            session.client().sql("set local enable_bitmapscan = off").update();
            return session.client()
                    .sql(EVENTS.formatted(partition))
                    .param("run", runId)
                    .param("rule", rule)
                    .param("ref", ref)
                    .query(Long.class)
                    .single();
        });
    }
}
