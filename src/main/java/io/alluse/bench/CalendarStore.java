package io.alluse.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of those who compare what two calendars have left behind. */
final class CalendarStore {

    private final JdbcClient jdbc;

    CalendarStore(DataSource administrator) {
        this.jdbc = JdbcClient.create(administrator);
    }

    /** The last event of every account and its hash, by code: equal ones have equal histories. */
    Map<String, String> chains() {
        Map<String, String> chains = new TreeMap<>();
        jdbc.sql("""
                select a.code, h.last_no || ' ' || encode(h.last_hash, 'hex') as chain
                from account a join account_head h on h.account_id = a.id""").query(row -> {
            chains.put(row.getString("code"), row.getString("chain"));
        });
        return chains;
    }

    /** What is due and how it stands, such as {@code funding 2026-01-05 DONE}. */
    List<String> dates() {
        return jdbc.sql("""
                select definition || ' ' || business_date || ' ' || state
                from due order by definition, business_date""").query((row, no) -> row.getString(1)).list();
    }

    /** What was run, in the order in which it was begun first. */
    List<String> runs() {
        return jdbc.sql("select job || ' ' || business_date from run where outcome like 'COMPLETED%' order by id")
                .query((row, no) -> row.getString(1))
                .list();
    }

    long takenUpAgain() {
        return jdbc.sql("select count(*) from due where claims > 1")
                .query(Long.class)
                .single();
    }

    boolean isRunning() {
        return jdbc.sql("select exists (select 1 from due where state = 'RUNNING')")
                .query(Boolean.class)
                .single();
    }

    long forks() {
        return jdbc.sql("select count(*) from fork").query(Long.class).single();
    }
}
