package io.alluse.ledger;

import io.alluse.account.AccountId;
import io.alluse.sql.Session;
import java.util.Optional;

/** SQL of posting: the lock, and what has been posted before. */
final class LedgerStore {

    /** The first key of the advisory locks that guard posting; the second one is the partition. */
    private static final int POSTING_LOCK = 0x414C4C55;

    private static final String EVENT =
            "select no, prev_hash, hash from event where account_id = :account and rule = :rule and ref = :ref";

    private final Session session;

    LedgerStore(Session session) {
        this.session = session;
    }

    void lock(int partition) {
        session.client()
                .sql("select pg_advisory_xact_lock(:lock, :partition)")
                .param("lock", POSTING_LOCK)
                .param("partition", partition)
                .query((row, no) -> partition)
                .single();
    }

    void lock(int first, int last) {
        session.client()
                .sql("select pg_advisory_xact_lock(:lock, p) from generate_series(:first, :last) as p")
                .param("lock", POSTING_LOCK)
                .param("first", first)
                .param("last", last)
                .query((row, no) -> no)
                .list();
    }

    Optional<StoredEvent> event(AccountId account, String rule, String ref) {
        return session.client()
                .sql(EVENT)
                .param("account", account.value())
                .param("rule", rule)
                .param("ref", ref)
                .query((row, no) -> new StoredEvent(
                        row.getInt("no"), EventHash.of(row.getBytes("prev_hash")), EventHash.of(row.getBytes("hash"))))
                .optional();
    }
}
