package io.alluse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events and movements are written once; heads are not history, and whoever changes them is found out by the events. */
class HistoryIsKeptTest {

    private static LedgerFixture fixture;

    @BeforeAll
    static void create() {
        fixture = LedgerFixture.ofMains(1);
    }

    @AfterAll
    static void drop() {
        fixture.close();
    }

    /** The account A-000001-GEN lives in partition 1. */
    private static List<String> statements(String table) {
        List<String> statements = new ArrayList<>();
        for (String place : List.of(table, table + "_p01")) {
            statements.addAll(List.of(
                    "update " + place + " set effective_date = effective_date",
                    "update " + place + " set account_id = account_id + 1",
                    "delete from " + place,
                    "delete from " + place + " where account_id = (select min(account_id) from " + place + ")",
                    "truncate " + place,
                    "truncate " + place + " cascade",
                    "merge into " + place + " t using (select 1) s on true when matched then delete",
                    "merge into " + place
                            + " t using (select 1) s on true when matched then update set effective_date = null",
                    "with gone as (delete from " + place + " returning *) select count(*) from gone",
                    "set session_replication_role = replica; delete from " + place,
                    "set session_replication_role = replica; truncate " + place));
        }
        statements.add("truncate " + table + "_p00");
        statements.add("delete from only " + table + "_p01");
        return statements;
    }

    private static void refused(DataSource who, String statement, String why) {
        assertThatThrownBy(() -> JdbcClient.create(who).sql(statement).update())
                .as(statement)
                .rootCause()
                .hasMessageMatching("(?s).*(" + why + ").*");
    }

    @ParameterizedTest
    @CsvSource({"event", "movement"})
    void nobody_alters_history_not_even_the_owner_or_a_superuser(String table) {
        long before = count(table);
        for (String statement : statements(table)) {
            refused(
                    fixture.test().owner(),
                    statement,
                    "is history and never changed|permission denied to set parameter");
            refused(fixture.test().superuser(), statement, "is history and never changed");
            refused(fixture.test().program(), statement, "permission denied");
        }
        assertThat(count(table)).isEqualTo(before).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             insert into event select * from event on conflict (account_id, no) do update set kind = 'X'
             insert into event_p01 select * from event_p01 on conflict (account_id, no) do update set kind = 'X'
             insert into movement select * from movement on conflict (account_id, event_no, seq) do update set amount = 1
            """)
    void an_insert_is_no_way_around_it(String statement) {
        refused(fixture.test().owner(), statement, "is history and never changed");
        refused(fixture.test().program(), statement, "permission denied");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             alter table event disable trigger all
             alter table event_p01 disable trigger refuse_change
             drop trigger refuse_change on event
             alter table event detach partition event_p01
             drop table event_p01
             alter table event_p01 add column x text
             create rule r as on insert to event do instead nothing
             create trigger t before insert on event for each row execute function refuse_change()
             create or replace function refuse_change() returns trigger language plpgsql as 'begin return old; end'
             copy event_p01 from program 'cat'
             update account set code = 'X'
             delete from account
             delete from account_head
             truncate account_head_p01
             delete from announcement
             update policy set content = ''
             delete from main_account
             set role alluse_owner
            """)
    void the_program_cannot_lift_the_bar(String statement) {
        refused(fixture.test().program(), statement, "permission denied|must be owner");
    }

    @Test
    void every_place_of_history_has_its_triggers_always_on() {
        assertThat(JdbcClient.create(fixture.test().owner())
                        .sql("""
                                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                where n.nspname = 'alluse' and c.relkind in ('r', 'p')
                                    and c.relname ~ '^(event|movement)(_p[0-9][0-9])?$'
                                    and 2 <> (select count(*) from pg_trigger t
                                        where t.tgrelid = c.oid and t.tgenabled = 'A'
                                            and t.tgname in ('refuse_change', 'refuse_truncate'))""")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    private static long count(String table) {
        return JdbcClient.create(fixture.test().owner())
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
