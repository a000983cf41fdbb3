package io.alluse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.audit.Audit.Entry;
import io.alluse.database.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AuditTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T14:30:00.123456Z"), ZoneOffset.UTC);
    private static final AuditContext CONTEXT =
            new AuditContext("ann", "node-1", "for Bob", "alluse plan apply", CLOCK);

    private static TestDatabase database;
    private static DataSource source;
    private static Audit audit;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
        source = database.program();
        audit = Audit.of(source, CONTEXT);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(new JdbcTransactionManager(source)).execute(_ -> work.get());
    }

    private static long begun() {
        return inTransaction(() -> audit.begin("opening", 7L));
    }

    @Test
    void it_keeps_who_what_when_why_and_from_where() {
        long id = begun();
        String row = JdbcClient.create(source)
                .sql("""
                        select concat_ws(' | ', at at time zone 'UTC', os_user, operator, node, command, reason, run_id)
                        from audit where id = :id
                        """)
                .param("id", id)
                .query(String.class)
                .single();
        assertThat(row)
                .isEqualTo("2026-01-05 14:30:00.123456 | ann | for Bob | node-1 | alluse plan apply | opening | 7");
    }

    @Test
    void the_database_user_is_the_databases_own_answer() {
        String name = JdbcClient.create(source)
                .sql("select session_user")
                .query(String.class)
                .single();
        String kept = JdbcClient.create(source)
                .sql("select db_user from audit where id = :id")
                .param("id", begun())
                .query(String.class)
                .single();
        assertThat(kept).isEqualTo(name);
        assertThatThrownBy(() -> JdbcClient.create(source)
                        .sql(
                                "insert into audit (at, os_user, node, command, db_user) values (now(), 'a', 'b', 'c', 'd')")
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void a_transaction_rolled_back_leaves_no_trace() {
        long before = count("audit");
        assertThatThrownBy(() -> inTransaction(() -> {
                    audit.entry(audit.begin(null, null), "A-000001", "opened", null);
                    throw new IllegalStateException("after all, no");
                }))
                .hasMessage("after all, no");
        assertThat(count("audit")).isEqualTo(before);
    }

    @Test
    void without_a_transaction_it_refuses() {
        assertThatThrownBy(() -> audit.begin(null, null)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> audit.entry(1, "A-000001", "opened", null)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void in_a_transaction_of_another_data_source_it_refuses() {
        Audit other = Audit.of(database.program(), CONTEXT);
        assertThatThrownBy(() -> inTransaction(() -> other.begin(null, null)))
                .hasMessageContaining("none was begun on its data source");
    }

    @Test
    void entries_of_a_chunk_go_in_together() {
        long id = inTransaction(() -> {
            long begun = audit.begin(null, null);
            audit.entries(
                    begun,
                    IntStream.range(0, 5000)
                            .mapToObj(i ->
                                    new Entry("A-%06d".formatted(i), "opened", i % 2 == 0 ? null : "{\"n\":" + i + "}"))
                            .toList());
            return begun;
        });
        assertThat(JdbcClient.create(source)
                        .sql(
                                "select count(*) || ' ' || count(detail) || ' ' || max(subject) from audit_entry where audit_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("5000 2500 A-004999");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             update audit set reason = 'other'
             delete from audit
             truncate audit
             truncate audit_entry
             update audit_entry set action = 'other'
             delete from audit_entry where false
             insert into audit_entry values (1, 'A-000001', 'opened') on conflict (audit_id, subject, action) do update set detail = 'x'
             set session_replication_role = replica; delete from audit
            """)
    void nobody_alters_it_not_even_the_owner_or_a_superuser(String statement) {
        begun();
        for (DataSource who : List.of(database.owner(), database.superuser())) {
            assertThatThrownBy(() -> JdbcClient.create(who).sql(statement).update())
                    .rootCause()
                    .hasMessageMatching("(?s).*(is kept for ever|permission denied to set parameter).*");
        }
        assertThatThrownBy(() -> JdbcClient.create(source).sql(statement).update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit", "audit_entry"})
    void the_reporting_role_has_its_own_view_of_it(String table) {
        JdbcClient reader = JdbcClient.create(database.reader());
        for (String statement : List.of("select count(*) from " + table, "delete from " + table)) {
            assertThatThrownBy(() -> reader.sql(statement).query(Long.class).single())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private static long count(String table) {
        return JdbcClient.create(source)
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
