package io.alluse.doctor;

import io.alluse.account.AccountId;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** SQL of what the doctor looks at. */
final class DoctorStore {

    private static final String SETTINGS = Sql.of(DoctorStore.class, "doubtful-settings");
    private static final String RIGHTS = Sql.of(DoctorStore.class, "wrong-rights");

    private final Session session;

    DoctorStore(Session session) {
        this.session = session;
    }

    Instant clock() {
        return session.client()
                .sql("select clock_timestamp() as now")
                .query((row, no) -> row.getTimestamp("now").toInstant())
                .single();
    }

    List<String> doubtfulSettings() {
        return texts(SETTINGS);
    }

    List<String> wrongRights() {
        return texts(RIGHTS);
    }

    private List<String> texts(String sql) {
        return session.client().sql(sql).query((row, no) -> row.getString(1)).list();
    }

    /** Of this outcome, the latest first. */
    List<Long> runs(String outcome) {
        return session.client()
                .sql("select id from run where outcome = :outcome order by id desc limit 100")
                .param("outcome", outcome)
                .query((row, no) -> row.getLong("id"))
                .list();
    }

    long openSetAsides() {
        return session.client().sql("""
                        select count(*) as open from account_outcome
                        where outcome = 'SET_ASIDE' and taken_in is null and resolved_at is null""").query((row, no) -> row.getLong("open")).single();
    }

    boolean isEmpty() {
        return session.client()
                .sql("select not exists (select from main_account) as empty")
                .query((row, no) -> row.getBoolean("empty"))
                .single();
    }

    long untold(Instant before) {
        return session.client()
                .sql("""
                        select count(*) as untold from notification_delivery d join notification n on n.id = d.notification_id
                        where d.told_at is null and n.noted_at < :before""")
                .param("before", Timestamp.from(before))
                .query((row, no) -> row.getLong("untold"))
                .single();
    }

    /** The first account at or after each of these places among the ids, spread over all partitions. */
    List<AccountId> sample(int size, long seed) {
        Long[] places =
                IntStream.range(0, size).mapToObj(i -> place(i, size, seed)).toArray(Long[]::new);
        return session.client()
                .sql("""
                        select distinct h.account_id from unnest(:places::bigint[]) as p (id)
                        cross join lateral (
                            select account_id from account_head where account_id >= p.id order by account_id limit 1) h""")
                .param("places", places)
                .query((row, no) -> new AccountId(row.getLong("account_id")))
                .list();
    }

    private static long place(int i, int size, long seed) {
        int partition = i % AccountId.PARTITIONS;
        long width = AccountId.firstOf(1);
        // others each day; every second one where a small system has all of its accounts
        long reach = i % 2 == 0 ? width : width / 64;
        long offset = Math.floorMod((seed * 31 + i / AccountId.PARTITIONS) * 7_919L, (long) size) * (reach / size);
        return AccountId.firstOf(partition) + (i < AccountId.PARTITIONS ? 0 : offset);
    }
}
