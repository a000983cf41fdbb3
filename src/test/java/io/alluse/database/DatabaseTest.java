package io.alluse.database;

import static io.alluse.database.Sessions.execute;
import static io.alluse.database.Sessions.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseTest {

    private static final TestDatabase TEST = TestDatabase.create();

    private static final String SESSIONS = """
            select count(*) from pg_stat_activity
             where datname = current_database() and pid <> pg_backend_pid()
            """;

    @AfterAll
    static void drop() {
        TEST.close();
    }

    @Test
    void sessions_speak_utc_live_in_our_schema_and_let_go_when_their_client_is_gone() throws SQLException {
        assertThat(value(TEST.program(), """
                select current_user, current_setting('search_path'), current_setting('timezone'),
                       current_setting('application_name'), current_setting('tcp_user_timeout'),
                       current_setting('idle_in_transaction_session_timeout')
                """)).isEqualTo("alluse_program,alluse,UTC," + Database.SESSION + ",15000,0");
    }

    @Test
    void a_pool_ends_transactions_that_stand_still_and_closes_with_the_database() throws SQLException {
        try (Database database = new Database(TEST.site())) {
            DataSource pool = database.programPool(2);
            assertThat(value(pool, "select current_user, current_setting('idle_in_transaction_session_timeout')"))
                    .isEqualTo("alluse_program,15s");
        }
        assertNobodyIsLeft();
    }

    @Test
    void many_opens_leave_no_session_behind() throws SQLException {
        for (int i = 0; i < 20; i++) {
            new Preparation(TEST.site(), SETTINGS, false).run();
        }
        assertNobodyIsLeft();
    }

    private static final DatabaseSettings SETTINGS = DatabaseSettings.of(
                    java.nio.file.Path.of("unused"), DatabaseSettings.EMBEDDED, java.util.Map.of())
            .withoutDurability();

    /** A backend needs a moment to notice that its client has said good-bye. */
    private static void assertNobodyIsLeft() throws SQLException {
        for (int i = 0; i < 50 && !value(TEST.superuser(), SESSIONS).equals("0"); i++) {
            Pause.millis(50);
        }
        assertThat(value(TEST.superuser(), SESSIONS)).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
         ROLE    | STATEMENT                                             | ANSWER
         PROGRAM | insert into batch_job_instance values (9, 0, 'j', 'k')| fine
         PROGRAM | select nextval('batch_job_instance_seq')              | fine
         PROGRAM | select count(*) from flyway_schema_history            | fine
         PROGRAM | update qrtz_locks set lock_name = lock_name           | fine
         PROGRAM | delete from flyway_schema_history                     | permission denied for table flyway_schema_history
         PROGRAM | create table t (id int)                               | permission denied for schema alluse
         PROGRAM | create table public.t (id int)                        | permission denied for schema public
         PROGRAM | create schema s                                       | permission denied for database
         PROGRAM | alter table qrtz_locks add x int                      | must be owner of table qrtz_locks
         PROGRAM | set role alluse_owner                                 | permission denied to set role
         READER  | select count(*) from flyway_schema_history            | fine
         READER  | select count(*) from batch_job_instance               | permission denied for table batch_job_instance
         READER  | create table public.t (id int)                        | permission denied for schema public
         READER  | set role alluse_program                               | permission denied to set role
         OWNER   | create table t (id int)                               | fine
         OWNER   | create role r                                         | permission denied to create role
        """, useHeadersInDisplayName = true)
    void each_role_may_do_its_own_work_only(Role role, String statement, String answer) throws SQLException {
        try (Connection connection = TEST.site().as(role).getConnection();
                var work = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (answer.equals("fine")) {
                work.execute(statement);
            } else {
                assertThatThrownBy(() -> work.execute(statement)).hasMessageContaining(answer);
            }
            connection.rollback();
        }
    }

    @Test
    void strangers_may_not_connect() throws SQLException {
        execute(TEST.superuser(), "create role stranger login password 'x'");
        try {
            SessionDataSource stranger = new SessionDataSource(TEST.site().url(), "stranger", "x");
            assertThatThrownBy(stranger::getConnection).hasMessageContaining("permission denied for database");
        } finally {
            execute(TEST.superuser(), "drop role stranger");
        }
    }

    @Test
    void of_two_running_executions_of_one_job_instance_the_second_is_refused() throws SQLException {
        String insert = "insert into batch_job_execution (job_execution_id, job_instance_id, create_time, status)"
                + " values (%d, 77, localtimestamp, '%s')";
        execute(TEST.program(), "insert into batch_job_instance values (77, 0, 'nightly', 'k77')");
        execute(TEST.program(), insert.formatted(1, "FAILED"), insert.formatted(2, "STARTED"));
        assertThatThrownBy(() -> execute(TEST.program(), insert.formatted(3, "STARTING")))
                .hasMessageContaining("batch_job_execution_one_running");
    }

    @Test
    void no_password_shows_in_what_a_data_source_prints() {
        String password = TEST.site().passwords().of("alluse_program");
        SessionDataSource source = TEST.site().as(Role.PROGRAM);
        assertThat(source.getUrl() + source.getURL() + TEST.site()).doesNotContain(password);
    }
}
