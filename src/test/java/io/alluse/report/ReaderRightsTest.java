package io.alluse.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.cli.CapitalizedDatabase;
import io.alluse.fault.Fault;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Three main accounts; ann reads the first, eve none, all is the reporting role itself, program the program. */
class ReaderRightsTest {

    private static final String DENIED = "permission denied";

    private static CapitalizedDatabase capitalized;

    @BeforeAll
    static void create() {
        capitalized = CapitalizedDatabase.of("""
                name,capital,policy
                Main one,500000,standard
                Main two,500000,standard
                Main three,250000,screenplay
                """);
        JdbcClient superuser = JdbcClient.create(capitalized.test().superuser());
        for (String person : List.of("ann", "eve")) {
            superuser.sql("create role " + person + " login").update();
            superuser.sql("grant alluse_reader to " + person).update();
        }
        superuser.sql("""
                        insert into alluse.reader_access
                        select 'ann', id from alluse.main_account where code = 'A-000001'
                        """).update();
        superuser.sql("""
                        insert into alluse.order_intent
                            (account_id, event_no, no, business_date, kind, symbol, quantity, budget, valid_from, valid_until)
                        select id, 1, 1, '2026-01-09', 'SHARES', 'AAPL', 1, 1, '2026-01-12', '2026-01-12' from alluse.account
                        """).update();
        superuser.sql("""
                        insert into alluse.order_intent_fill
                        select id, 1, 1, 'line', '2026-01-12', 1, 1, 1 from alluse.account
                        """).update();
        superuser
                .sql("insert into alluse.account_close select '2026-01-09', id, 1, 1, 0, 0, 0 from alluse.account")
                .update();
        superuser.sql("""
                        insert into alluse.consolidation (account_id, strategy, triggers, net_worth, saving, improvement, benefit, risk,
                            confidence, urgency, inputs, policy_hash, assessed_on, asked_by, asked_at, state, expires_on)
                        select id, 'NEW', '{risk}', 1, 0, 0, 0, 0, 0, 'LOW', '{}', '', '2026-01-09', 'ann', '2026-01-09', 'OPEN',
                            '2026-01-16' from alluse.account
                        """).update();
        superuser.sql("""
                        insert into alluse.notification (kind, key, text, next_step, noted_at)
                        values ('test', 'test', 'nothing has happened', 'alluse notification list', '2026-01-06')
                        """).update();
        superuser.sql("""
                        insert into alluse.audit_entry (audit_id, subject, action)
                        select max(id), s, 'looked at' from alluse.audit, unnest(array['A-000001-GEN', 'db', 'A-000002']) s
                        group by s
                        """).update();
    }

    @AfterAll
    static void drop() {
        capitalized.close();
    }

    /** A session of this person, as if logged in. */
    private static Connection session(String who) throws SQLException {
        DataSource source = switch (who) {
            case "all" -> capitalized.test().reader();
            case "program" -> capitalized.test().program();
            default -> capitalized.test().superuser();
        };
        Connection connection = source.getConnection();
        if (who.equals("ann") || who.equals("eve")) {
            execute(connection, "set session authorization " + who);
        }
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What the last of the statements answers: its first value, done, or the beginning of the error. */
    private static String answer(String who, String sql) throws SQLException {
        try (Connection connection = session(who)) {
            return answer(connection, sql);
        }
    }

    private static String answer(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                while (statement.getMoreResults() || statement.getUpdateCount() >= 0) {
                    if (statement.getResultSet() != null) {
                        return first(statement.getResultSet());
                    }
                }
                return "done";
            }
            return first(statement.getResultSet());
        } catch (PSQLException e) {
            return Fault.reason(e).replaceFirst("^ERROR: ", "");
        }
    }

    private static String first(ResultSet row) throws SQLException {
        return row.next() ? String.valueOf(row.getString(1)) : "nothing";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             STATEMENT                                                            | ALL | ANN | EVE
             select count(*) from main_account                                    | 3   | 1   | 0
             select count(*) from account                                         | 9   | 3   | 0
             select count(*) from account_head                                    | 9   | 3   | 0
             select count(*) from brokerage_account                               | 9   | 3   | 0
             select count(*) from event                                           | 9   | 3   | 0
             select count(*) from movement                                        | 18  | 6   | 0
             select count(*) from announcement                                    | 9   | 3   | 0
             select count(*) from order_intent                                    | 9   | 3   | 0
             select count(*) from order_intent_fill                               | 9   | 3   | 0
             select count(*) from account_close                                   | 9   | 3   | 0
             select count(*) from consolidation                                   | 9   | 3   | 0
             select count(*) from account_override                                | 0   | 0   | 0
             select count(*) from policy                                          | 2   | 2   | 2
             select count(*) from reader_scope                                    | 1   | 1   | 0
             select accounts from report_total                                    | 9   | 3   | 0
             select net_worth from report_total                                   | 1250000.00 | 500000.00 | 0
             select main_accounts from report_total                               | 3   | 1   | 0
             select sum(accounts) from report_tier                                | 9   | 3   | null
             select count(*) from report_main                                     | 3   | 1   | 0
             select share_percent from report_main where code = 'A-000001'        | 40.0000 | 100.0000 | nothing
             select count(*) from report_account                                  | 9   | 3   | 0
             select count(*) from report_account where main = 'A-000002'          | 3   | 0   | 0
             select count(*) from report_account a join main_account m on m.id <> a.main_id | 18 | 0 | 0
             select count(*) from report_history                                  | 18  | 6   | 0
             select count(*) from report_history where code = 'A-000003-COM'      | 2   | 0   | 0
             select count(*) from report_brokerage                                | 9   | 3   | 0
             select announced_in from report_brokerage where serves = 'A-000001-GEN' | 100000.00 | 100000.00 | nothing
             select count(*) from report_run                                      | 1   | 0   | 0
             select count(*) from notification                                    | 1   | 0   | 0
             select count(*) from report_audit                                    | 6   | 2   | 0
             select count(command) from report_audit                              | 6   | 0   | 0
             select count(*) from report_audit where subject = 'A-000002'         | 2   | 0   | 0
            """, useHeadersInDisplayName = true)
    void everyone_sees_what_is_theirs(String statement, String all, String ann, String eve) throws SQLException {
        assertThat(List.of(answer("all", statement), answer("ann", statement), answer("eve", statement)))
                .containsExactly(all, ann, eve);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             WHO     | STATEMENT                                                        | ANSWER
             ann     | set role alluse_reader; select count(*) from main_account        | 0
             ann     | set role alluse_reader; select count(*) from report_audit        | 0
             ann     | set role alluse_program                                          | permission denied to set role "alluse_program"
             ann     | set role alluse_owner                                            | permission denied to set role "alluse_owner"
             ann     | set role eve                                                     | permission denied to set role "eve"
             all     | set role alluse_program                                          | permission denied to set role "alluse_program"
             all     | set role alluse_owner                                            | permission denied to set role "alluse_owner"
             all     | set session authorization alluse_owner                           | permission denied to set session authorization "alluse_owner"
             ann     | set row_security = off; select count(*) from main_account        | query would be affected by row-level security policy for table "main_account"
             all     | set row_security = off; select count(*) from event               | query would be affected by row-level security policy for table "event"
             ann     | select count(*) from reader_access                               | permission denied for table reader_access
             ann     | insert into reader_access values ('ann')                         | permission denied for table reader_access
             ann     | delete from reader_access                                        | permission denied for table reader_access
             ann     | alter table main_account disable row level security              | must be owner of table main_account
             ann     | alter policy reader on main_account using (true)                 | must be owner of table main_account
             ann     | drop policy reader on main_account                               | must be owner of relation main_account
             ann     | create or replace view reader_scope as select null::bigint as main_id | permission denied for schema alluse
             ann     | create view alluse.mine as select 1                              | permission denied for schema alluse
             ann     | create table alluse.mine (a int)                                 | permission denied for schema alluse
             ann     | create table public.mine (a int)                                 | permission denied for schema public
             ann     | create temporary table mine (a int)                              | permission denied to create temporary tables in database
             ann     | create function pg_temp.f() returns int language sql as 'select 1'  | permission denied to create temporary tables in database
             ann     | create function public.f() returns int language sql as 'select 1'   | permission denied for schema public
             ann     | create function alluse.f() returns int language sql as 'select 1'   | permission denied for schema alluse
             all     | create function pg_temp.f() returns int language sql as 'select 1'  | permission denied to create temporary tables in database
             ann     | create role bob                                                  | permission denied to create role
             ann     | grant insert on event to eve; select has_table_privilege('eve', 'event', 'insert') | f
             ann     | copy event to '/tmp/event'                                       | permission denied to COPY to a file
             ann     | copy event to program 'true'                                     | permission denied to COPY to or from an external program
             ann     | select lo_import('/etc/passwd')                                  | permission denied for function lo_import
             ann     | select pg_read_file('PG_VERSION')                                | permission denied for function pg_read_file
             all     | select count(*) from pg_authid                                   | permission denied for table pg_authid
             all     | select count(*) from pg_statistic                                | permission denied for table pg_statistic
             ann     | select count(*) from pg_stats where schemaname = 'alluse' and tablename <> 'flyway_schema_history' | 0
             ann     | select count(*) from pg_stats_ext_exprs where schemaname = 'alluse' | 0
             program | insert into reader_access values ('alluse_program')              | permission denied for table reader_access
             program | grant delete on event to alluse_program; select has_table_privilege('event', 'delete') | f
             program | alter table event disable trigger all                            | must be owner of table event
             program | alter table event_p00 disable trigger all                        | must be owner of table event_p00
             program | alter table event_p00 owner to alluse_program                    | must be owner of table event_p00
             program | drop policy program on event                                     | must be owner of relation event
             program | set role alluse_owner                                            | permission denied to set role "alluse_owner"
             program | set session_replication_role = replica                           | permission denied to set parameter "session_replication_role"
             program | update main_account set capital = 1                              | permission denied for table main_account
             program | delete from main_account                                         | permission denied for table main_account
             program | update account set tier = 'COM'                                  | permission denied for table account
             program | update order_intent set budget = 1                               | permission denied for table order_intent
             program | delete from order_intent                                         | permission denied for table order_intent
             program | update order_intent_fill set quantity = 1                        | permission denied for table order_intent_fill
             program | update account_close set equity = 1                              | permission denied for table account_close
             program | delete from account_close                                        | permission denied for table account_close
             program | update consolidation set confidence = 1                          | permission denied for table consolidation
             program | update consolidation set asked_as = 'bob'                        | permission denied for table consolidation
             program | delete from consolidation                                        | permission denied for table consolidation
             program | delete from account_head                                         | permission denied for table account_head
             program | delete from account_override                                     | permission denied for table account_override
             program | update policy set content = ''                                   | permission denied for table policy
             program | create table alluse.mine (a int)                                 | permission denied for schema alluse
            """, useHeadersInDisplayName = true)
    void attempts(String who, String statement, String answer) throws SQLException {
        assertThat(answer(who, statement)).startsWith(answer);
    }

    static List<String> readers() {
        return List.of("all", "ann");
    }

    /** Every table of the schema, partitions included: whatever is added later is closed until it is opened on purpose. */
    @ParameterizedTest
    @MethodSource("readers")
    void a_reader_reads_only_what_is_named_here(String who) throws SQLException {
        String open = """
                account account_close account_head account_override alert announcement brokerage_account consolidation \
                decision event event_serial flyway_schema_history fork fork_child fork_family lot lot_closing lot_origin \
                main_account merge merge_member movement notification order_intent order_intent_fill policy price \
                reader_scope reconciliation reconciliation_break \
                report_account report_audit report_brokerage report_history report_main report_run report_statement \
                report_tier report_total statement_line transfer year_result""";
        assertThat(answer(who, """
                select string_agg(c.relname, ' ' order by c.relname)
                from pg_class c
                where c.relnamespace = 'alluse'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
                    and (has_any_column_privilege(c.oid, 'select') or c.relkind = 'S' and has_sequence_privilege(c.oid, 'select'))
                """)).isEqualTo(open);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void a_reader_writes_nowhere(String who) throws SQLException {
        assertThat(answer(who, """
                select string_agg(c.relname, ' ' order by c.relname)
                from pg_class c
                where c.relnamespace = 'alluse'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
                    and (has_table_privilege(c.oid, 'insert, update, delete, truncate, references, trigger')
                        or has_any_column_privilege(c.oid, 'insert, update, references'))
                """)).isEqualTo("null");
    }

    /** Rights as the catalog tells them are one thing, what happens is another. */
    @ParameterizedTest
    @MethodSource("readers")
    void every_partition_refuses_every_statement(String who) throws SQLException {
        List<@Nullable String> partitions = JdbcClient.create(capitalized.test().superuser())
                .sql("select c.oid::regclass::text from pg_class c where c.relispartition and c.relkind = 'r'")
                .query(String.class)
                .list();
        assertThat(partitions).hasSizeGreaterThanOrEqualTo(6 * 16);
        try (Connection connection = session(who)) {
            for (String partition : partitions.stream().map(String::valueOf).toList()) {
                String key = keyOf(partition);
                for (String statement : List.of(
                        "select 1 from " + partition,
                        "select " + key + " from " + partition,
                        "copy " + partition + " to stdout",
                        "delete from " + partition,
                        "truncate " + partition,
                        "update " + partition + " set " + key + " = 0",
                        "insert into " + partition + " (" + key + ") values (0)")) {
                    assertThat(answer(connection, statement)).as(statement).startsWith(DENIED);
                }
            }
        }
    }

    private static String keyOf(String partition) {
        return partition.matches(".*account_p\\d\\d")
                ? "id"
                : partition.matches(".*statement_line_p\\d\\d")
                        ? "brokerage_id"
                        : partition.matches(".*fork(_family)?_p\\d\\d")
                                ? "parent_id"
                                : partition.matches(".*merge_p\\d\\d")
                                        ? "target_id"
                                        : partition.matches(".*price_.*") ? "symbol" : "account_id";
    }

    @ParameterizedTest
    @CsvSource({
        "main_account",
        "account",
        "account_head",
        "brokerage_account",
        "event",
        "movement",
        "announcement",
        "account_override",
        "year_result",
        "statement_line",
        "lot",
        "lot_closing",
        "policy"
    })
    void parents_refuse_every_change(String table) throws SQLException {
        for (String who : readers()) {
            for (String statement : List.of(
                    "delete from " + table,
                    "truncate " + table,
                    "insert into " + table + " default values",
                    "begin; lock table " + table + " in share mode",
                    "select * from " + table + " for update")) {
                assertThat(answer(who, statement)).as(statement).startsWith(DENIED);
            }
        }
        for (String statement : List.of("delete from " + table, "truncate " + table)) {
            assertThat(answer("program", statement)).as(statement).startsWith(DENIED);
        }
    }

    @ParameterizedTest
    @CsvSource({"event", "movement", "event_p00", "movement_p15"})
    void the_program_changes_no_history(String table) throws SQLException {
        for (String statement :
                List.of("update " + table + " set account_id = 1", "delete from " + table, "truncate " + table)) {
            assertThat(answer("program", statement)).as(statement).startsWith(DENIED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "credential",
        "credential_key",
        "audit",
        "audit_entry",
        "plan_row",
        "input_problem",
        "run",
        "statement",
        "statement_account",
        "statement_page",
        "statement_stage",
        "statement_verdict",
        "statement_stated",
        "statement_warning",
        "statement_backdated_lot",
        "main_account_counter"
    })
    void tables_for_the_program_alone_refuse_a_reader(String table) throws SQLException {
        for (String who : readers()) {
            assertThat(answer(who, "select 1 from " + table)).startsWith("permission denied for table " + table);
            assertThat(answer(who, "copy " + table + " to stdout")).startsWith("permission denied for table " + table);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             WHO | WHAT                         | ROWS
             all | event                        | 0
             all | (select * from event)        | 9
             ann | event                        | 0
             ann | (select * from event)        | 3
             ann | (select * from account_head) | 3
             ann | main_account                 | 1
             eve | (select * from movement)     | 0
            """, useHeadersInDisplayName = true)
    void copy_takes_out_only_what_select_shows(String who, String what, int rows) throws Exception {
        try (Connection connection = session(who)) {
            StringWriter out = new StringWriter();
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + what + " to stdout", out);
            assertThat(out.toString().lines()).hasSize(rows);
        }
    }

    /** Even somebody to whom an administrator has given temporary objects: conditions of theirs see only rows of theirs. */
    @ParameterizedTest
    @CsvSource({
        "main_account, name",
        "account, code",
        "event, account_id",
        "report_main, name",
        "report_account, code",
        "report_history, code",
        "report_audit, subject",
        "report_run, job",
        "reader_scope, main_id"
    })
    void a_cheap_function_in_a_condition_sees_nothing_else(String table, String column) throws SQLException {
        try (Connection connection = capitalized.test().superuser().getConnection()) {
            String database = connection.getCatalog();
            execute(connection, "grant temporary on database " + database + " to ann");
            execute(connection, "set session authorization ann");
            execute(connection, """
                    create function pg_temp.peek(anyelement) returns boolean language plpgsql cost 0.0000001 as $$
                    begin
                        raise notice '%', $1;
                        return true;
                    end $$""");
            try (Statement statement = connection.createStatement()) {
                statement.execute("select count(*) from " + table + " where pg_temp.peek(" + column + ")");
                StringBuilder seen = new StringBuilder();
                for (var warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                    seen.append(warning.getMessage()).append('\n');
                }
                assertThat(seen.toString())
                        .doesNotContain("two", "three", "A-000002", "A-000003", "initial-capitalization");
            }
            execute(connection, "reset session authorization");
            execute(connection, "revoke temporary on database " + database + " from ann");
        }
    }

    @Test
    void conditions_of_the_policies_are_worked_out_once_per_query() throws SQLException {
        try (Connection connection = session("ann");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("explain select count(*) from movement")) {
            StringBuilder plan = new StringBuilder();
            while (row.next()) {
                plan.append(row.getString(1)).append('\n');
            }
            assertThat(plan.toString())
                    .contains("InitPlan")
                    .containsAnyOf("hashed SubPlan", "ANY (movement")
                    .doesNotContain("\n  SubPlan 1\n");
        }
    }
}
