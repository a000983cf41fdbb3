package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountId;
import io.alluse.account.Accounts;
import io.alluse.hierarchy.HierarchyCheckJob;
import io.alluse.policy.PolicyBook;
import io.alluse.sweep.DryRun;
import io.alluse.sweep.SweepDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody who stops at nothing leaves of a hierarchy of forks, and how it is found: docs/rules.md 8.5. */
class HierarchyTamperingTest {

    private static final List<String> TABLES = List.of(
            "main_account",
            "account",
            "account_head",
            "brokerage_account",
            "movement",
            "fork",
            "fork_child",
            "lot",
            "order_intent");

    private static CapitalizedDatabase database;
    private static SweepDesk desk;
    private static Typed typed;

    /** One: a fork that is done, and one that opened a main account. Two: a fork that was reversed. */
    @BeforeAll
    static void create() {
        database = CapitalizedDatabase.of("""
                name,capital,gen_reference,rev_reference,com_reference
                One,375000,G1,R1,C1
                Two,375000,G2,R2,C2
                """);
        desk = SweepDesk.on(database);
        typed = Typed.on(database);
        earn("A-000001-GEN", "52000");
        earn("A-000001-REV", "500000");
        earn("A-000002-GEN", "52000");
        run("job run fork-sweep --date 2026-01-06 --quiet");
        run("account map A-000001-GEN-1-GEN --reference G3 --date 2026-01-07");
        run("account map A-000001-GEN-1-COM --reference C3 --date 2026-01-07");
        run("fork reverse A-000002-GEN-1 --reason declined --date 2026-01-07");
        tamper("""
                create function id(text) returns bigint stable return (select id from account where code = $1);
                alter table movement disable trigger user;
                create schema kept""");
        tamper(of("create table kept.%1$s as table %1$s;"));
    }

    private static void run(String words) {
        assertThat(typed.run(words)).as(words).isZero();
    }

    private static void earn(String code, String amount) {
        AccountId id = new Accounts(desk.session()).account(code).id();
        desk.earn(List.of(id), amount, SweepDesk.DAY.date());
    }

    @AfterAll
    static void drop() {
        desk.close();
        database.close();
    }

    @AfterEach
    void restored() {
        tamper(of("delete from %1$s;") + of("insert into %1$s overriding system value table kept.%1$s;"));
    }

    private static String of(String statement) {
        return TABLES.stream().map(statement::formatted).collect(Collectors.joining("\n"));
    }

    private static void tamper(String sql) {
        desk.tamper("set session_replication_role = replica; " + sql);
    }

    private static List<String> found() {
        List<String> found = new ArrayList<>();
        new DryRun<>(new HierarchyCheckJob(desk.session()), desk.session(), PolicyBook.shipped())
                .run(
                        SweepDesk.DAY,
                        line -> {
                            if (!line.reason().equals("nothing found")) {
                                found.add(line.code().substring(6) + ": " + line.reason());
                            }
                        },
                        progress -> {});
        return found;
    }

    @Test
    void a_forest_is_found_no_fault_with() {
        assertThat(found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
             UPDATE                                                                               | FOUND
             account_head set cash = 5, premium = -5 where account_id = id('A-000002-GEN-1-COM')  | 02-GEN-1-COM: it is CLOSED and holds CASH: 5.00
             account_head set base = 1 where account_id = id('A-000002-GEN-1-COM')                | 02-GEN-1-COM: it is CLOSED and has a base: 1.00
             account_head set state = 'FORKING' where account_id = id('A-000002-REV')             | 02-REV: it is FORKING without a fork that awaits anything: FORKING
             account_head set state = 'SAFE' where account_id = id('A-000002-GEN-1-COM')          | 02-GEN-1-COM: it has not one brokerage account: 0
             brokerage_account set state = 'released' where id = id('A-000002-COM')               | 02-COM: it has not one brokerage account: 0
             account set parent_id = 4711 where code = 'A-000001-GEN-1-COM'                       | 01-GEN-1-COM: it comes from an account that is not there: 4711; its fork says otherwise where it comes from: A-000001-GEN-1; its main account says otherwise where it comes from: a plan
             account set parent_id = id where code = 'A-000001-GEN-1-COM'                         | 01-GEN-1-COM: it comes from an account that is no older: A-000001-GEN-1-COM; its code is not what it comes from: A-000001-GEN-1-COM-1-COM; its fork says otherwise where it comes from: A-000001-GEN-1
             account set code = 'A-000001-GEN-7-COM' where code = 'A-000001-GEN-1-COM'            | 01-GEN-7-COM: its code is not what it comes from: A-000001-GEN-1-COM
             fork_child set fork_no = 2 where account_id = id('A-000001-GEN-1-COM')               | 01-GEN: fork 1 of 52000.00 is not what its accounts have received: 26000.00 / 01-GEN-1-COM: its fork says otherwise where it comes from: A-000001-GEN-2
             fork set amount = 52000.01 where parent_id = id('A-000001-GEN')                      | 01-GEN: fork 1 of 52000.01 is not what its accounts have received: 52000.00
             main_account set parent_id = null where code = 'A-000001-REV-1'                      | 01-REV: fork 1 has opened a main account that is not there: A-000001-REV-1 / 01-REV-1-GEN: its main account says otherwise where it comes from: a plan / 01-REV-1-REV: its main account says otherwise where it comes from: a plan / 01-REV-1-COM: its main account says otherwise where it comes from: a plan
             movement set amount = 25999 where account_id = id('A-000001-GEN-1-COM') and transfer_id <> '' | 01-GEN: transfer A-000001-GEN/3/2 has no twin: paid 26000.00, received 25999 / 01-GEN-1-COM: transfer A-000001-GEN/3/2 has no twin: paid 26000.00, received 25999
            """, useHeadersInDisplayName = true)
    void what_does_not_fit_is_named(String update, String found) {
        tamper("update " + update);
        assertThat(String.join(" / ", found())).isEqualTo(found);
    }

    @Test
    void a_movement_that_is_gone_and_a_lot_of_a_closed_account_are_named() {
        tamper("delete from movement where account_id = id('A-000001-GEN-1-GEN') and transfer_id is not null;"
                + " insert into lot (account_id, no, instrument, opened, acquired, quantity, cost, open_quantity, open_cost, line_id)"
                + " values (id('A-000002-GEN-1-GEN'), 1, 'TSLA', '2026-01-06', '2026-01-06', 3, 9, 3, 9, 'x')");
        assertThat(found())
                .containsExactly(
                        "01-GEN: transfer A-000001-GEN/3/1 has no twin: paid 26000.00, received 0",
                        "02-GEN-1-GEN: it is CLOSED and holds lot 1 of TSLA: 3");
    }

    @Test
    void a_run_sets_aside_what_does_not_fit_and_is_relaunched_for_it_alone() {
        run("job run hierarchy-check --date 2026-01-08 --quiet");
        tamper("update brokerage_account set state = 'released' where id = id('A-000002-COM')");
        assertThat(typed.run("job run hierarchy-check --date 2026-01-09")).isEqualTo(3);
        assertThat(typed.run("set-aside list")).isZero();
        assertThat(typed.out()).contains("A-000002-COM").contains("it has not one brokerage account: 0");
        tamper("update brokerage_account set state = 'confirmed' where id = id('A-000002-COM')");
        String run = desk.rows("select max(id) from run").getFirst();
        run("job relaunch " + run);
        assertThat(desk.rows("select job, outcome from run where id = " + run))
                .containsExactly("hierarchy-check COMPLETED");
        assertThat(desk.number("select count(*) from event where run_id = " + run))
                .isZero();
    }
}
