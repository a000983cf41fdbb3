package io.alluse.bench;

import io.alluse.account.AccountId;
import io.alluse.calendar.BusinessDay;
import io.alluse.sql.CopyRows;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** SQL of the measurements: the hand-written side, and what both sides leave behind. */
final class BenchStore {

    private static final int ROWS_PER_COPY = 10_000;

    private final Session session;

    BenchStore(Session session) {
        this.session = session;
    }

    /** So that what is measured does not pay for the first connection. */
    void connect() {
        session.client().sql("select 1").query(Integer.class).single();
    }

    /** Rows of a table and their sum of hashes, whatever their order. */
    record Contents(String table, long rows, BigInteger digest) {

        /** The tables that are not the same on both sides. */
        static List<String> differing(List<Contents> ours, List<Contents> theirs) {
            return ours.stream()
                    .filter(contents -> !theirs.contains(contents))
                    .map(Contents::table)
                    .toList();
        }
    }

    List<Contents> contents() {
        return session.client()
                .sql(Sql.of(BenchStore.class, "contents"))
                .query((row, no) -> new Contents(
                        row.getString("name"),
                        row.getLong("row_count"),
                        row.getBigDecimal("digest").toBigInteger()))
                .list();
    }

    /** The plan as a table, so that the statement pays for nothing but its rows. */
    void loadPlan(long mains) {
        session.client()
                .sql(
                        "create unlogged table bench_plan (number bigint not null, name text not null, capital numeric not null)")
                .update();
        CopyRows rows = new CopyRows(3);
        for (long number = 1; number <= mains; number++) {
            rows.row().put(number).put(BenchPlan.name(number)).put(new BigDecimal(BenchPlan.capital(number)));
            if (rows.rows() == ROWS_PER_COPY || number == mains) {
                session.copy(rows, "copy bench_plan (number, name, capital) from stdin (format binary)");
            }
        }
        session.client().sql("analyze bench_plan").update();
    }

    void capitalize(String date, byte[] policy) {
        session.transaction(() -> session.client()
                .sql(Sql.of(BenchStore.class, "capitalize"))
                .param("date", date)
                .param("policy", policy)
                .param("run", 1L)
                .param("audit", 1L)
                .update());
    }

    /** The accounts of some table partitions, from the first to before the last. */
    int taxAndBuffer(BusinessDay date, byte[] policy, int first, int last) {
        return session.transaction(() -> session.client()
                .sql(Sql.of(BenchStore.class, "sweep"))
                .param("date", date.toString())
                .param("year", date.date().getYear())
                .param("policy", policy)
                .param("run", 1L)
                .param("from", AccountId.firstOf(first))
                .param("to", last == AccountId.PARTITIONS ? Long.MAX_VALUE : AccountId.firstOf(last))
                .update());
    }

    /** As the administrator: these accounts' rows are refused from now on, whatever is written to them. */
    void refuse(int oneIn) {
        session.client().sql("""
                        alter table account_head add constraint bench_refused
                        check (settled_no = 0 or mod(account_id >> 16, %d) <> 0 or account_id & 65535 <> 1)""".formatted(oneIn)).update();
    }

    long movementsOf(String rule) {
        return session.client().sql("""
                        select count(*) from movement v
                        join event e on e.account_id = v.account_id and e.no = v.event_no where e.rule = :rule""").param("rule", rule).query(Long.class).single();
    }

    /** Codes of the accounts whose brokerage accounts are asked for. */
    List<String> requested() {
        List<String> codes = new ArrayList<>();
        session.client().sql("""
                        select a.code from brokerage_account b join account a on a.id = b.id
                        where b.state = 'requested' order by a.id""").query(row -> {
            codes.add(Objects.requireNonNull(row.getString("code")));
        });
        return codes;
    }

    long walPosition() {
        return session.client()
                .sql("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint")
                .query(Long.class)
                .single();
    }

    void vacuum() {
        session.client().sql("vacuum (analyze)").update();
    }
}
