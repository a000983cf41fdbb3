package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.capitalization.CapitalizationReport;
import io.alluse.database.TestDatabase;
import io.alluse.run.Outcome;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan in 16 parts, walked by two workers. */
class RunInPartsTest {

    private static final int MAINS = 600;
    private static final String EARLIER = "name,capital\nEarlier,500000\n";
    private static final String EVENTS = """
            select a.code, e.no, encode(e.hash, 'hex') from event e
            join account a on a.id = e.account_id order by 1, 2""";
    private static final String PARTS = """
            select part, epoch, population, done, posted from work_partition
            where run_id = (select max(id) from run) order by part""";

    private final TestDatabase test = TestDatabase.create();
    private final Rows superuser = Rows.of(test.superuser());

    @AfterEach
    void drop() {
        test.close();
    }

    private static String plan() {
        StringBuilder plan = new StringBuilder("name,capital,policy,split,gen_reference\n");
        for (int i = 1; i <= MAINS; i++) {
            plan.append("Account-").append(i).append(',').append(100_000 + i).append(".01,");
            plan.append(i % 3 == 0 ? "screenplay," : ",").append(i % 5 == 0 ? "25/35/40," : ",");
            plan.append("REF:").append(i).append('\n');
        }
        return plan.toString();
    }

    /** What the plan comes to in one part, after a main account that was there before. */
    private record Undisturbed(List<String> events, List<String> chains, String digest) {

        static Undisturbed once() {
            try (TestDatabase test = TestDatabase.create();
                    PlanDesk desk = PlanDesk.on(test)) {
                desk.run(EARLIER);
                CapitalizationReport report = desk.run(plan());
                assertThat(desk.rows().of(PARTS)).containsExactly("0 1 600 600 600");
                return new Undisturbed(
                        desk.rows().of(EVENTS),
                        desk.rows().chains(),
                        String.valueOf(report.run().digest()));
            }
        }
    }

    private void assertLikeUndisturbed(CapitalizationReport report) {
        Undisturbed undisturbed = Undisturbed.once();
        Rows rows = Rows.of(test.owner());
        assertThat(report.run().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(report.opened()).isEqualTo(MAINS);
        assertThat(report.run().digest()).isEqualTo(undisturbed.digest());
        assertThat(rows.of(EVENTS)).isEqualTo(undisturbed.events());
        assertThat(rows.chains()).hasSize(3 * MAINS + 3).isEqualTo(undisturbed.chains());
        assertThat(rows.isClean(report.run().digest())).isTrue();
    }

    @Test
    void sixteen_parts_by_two_workers_come_to_what_one_part_comes_to() {
        try (PlanDesk desk = PlanDesk.on(test)) {
            desk.run(EARLIER);
            CapitalizationReport report = desk.inParts(plan());
            assertThat(desk.rows().of(PARTS)).hasSize(16).allMatch(part -> part.matches("\\d+ 1 3[78] (3[78]) \\1"));
            assertLikeUndisturbed(report);
        }
    }

    /** The account that was there before gets the reference of the plan's line 42 right after the plan was checked against it. */
    @Test
    void one_part_fails_the_others_are_done_and_the_same_run_goes_on_once_the_cause_is_gone() {
        try (PlanDesk desk = PlanDesk.on(test)) {
            desk.run(EARLIER);
            superuser.execute("""
                    create function take_reference() returns trigger language plpgsql as $$
                    begin
                        update brokerage_account set reference = 'REF:41', state = 'opened'
                        where id = (select min(id) from brokerage_account);
                        return null;
                    end $$""");
            superuser.execute("create trigger take_reference after insert on plan_row for each statement"
                    + " execute function take_reference()");

            CapitalizationReport failed = desk.inParts(plan());
            assertThat(failed.run().outcome()).isEqualTo(Outcome.FAILED);
            assertThat(failed.run().failure())
                    .contains("duplicate key value violates unique constraint \"brokerage_reference\"");
            // 41 is number 42, after the earlier one: part 10
            assertThat(desk.rows().of(PARTS))
                    .hasSize(16)
                    .allMatch(part -> part.matches("10 1 3[78] 0 0|\\d+ 1 3[78] (3[78]) \\1"))
                    .anyMatch(part -> part.startsWith("10 ") && part.endsWith(" 0 0"));
            assertThat(failed.opened()).isEqualTo(MAINS - 37);
            List<String> done = desk.rows().chains();

            superuser.execute("update brokerage_account set reference = null, state = 'requested'"
                    + " where reference = 'REF:41'");
            CapitalizationReport continued = desk.inParts(plan());
            assertThat(continued.run().id()).isEqualTo(failed.run().id());
            assertThat(desk.rows().of(PARTS)).allMatch(part -> part.matches("\\d+ 2 3[78] (3[78]) \\1"));
            assertThat(desk.rows()
                            .of("select outcome from run_attempt where run_id = (select max(id) from run)"
                                    + " order by no"))
                    .containsExactly("FAILED", "COMPLETED");
            assertThat(desk.rows().chains()).containsAll(done);
            assertLikeUndisturbed(continued);
        }
    }

    @Test
    void a_part_that_keeps_failing_is_tried_again_and_again_and_opens_nothing_twice() {
        try (PlanDesk desk = PlanDesk.on(test)) {
            desk.run(EARLIER);
            superuser.execute("""
                    create function refuse_one() returns trigger language plpgsql as $$
                    begin
                        raise exception '% is not wanted', new.name;
                    end $$""");
            superuser.execute("create trigger refuse_one before insert on main_account for each row"
                    + " when (new.name = 'Account-77') execute function refuse_one()");
            for (int attempt = 1; attempt <= 2; attempt++) {
                CapitalizationReport failed = desk.inParts(plan());
                assertThat(failed.run().outcome()).isEqualTo(Outcome.FAILED);
                assertThat(failed.run().failure()).contains("Account-77 is not wanted");
                assertThat(desk.rows()
                                .of("select part from work_partition where done < population"
                                        + " and run_id = (select max(id) from run)"))
                        .containsExactly("14");
            }
            superuser.execute("drop trigger refuse_one on main_account");
            assertLikeUndisturbed(desk.inParts(plan()));
        }
    }

    /** Whatever is skipped behind the program's back, the run does not call itself complete. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
         event_p05    | new.account_id >> 16 & 4294967295 = 21 and new.account_id & 65535 = 2 | COPY wrote 113 rows of 114: copy event_p05
         account_p05  | new.code = 'A-000021-REV'                                             | COPY wrote 113 rows of 114: copy account_p05
         main_account | new.name = 'Account-20'                                               | violates foreign key constraint
        """)
    void what_does_not_arrive_is_missed(String table, String which, String reason) {
        try (PlanDesk desk = PlanDesk.on(test)) {
            desk.run(EARLIER);
            superuser.execute(
                    "create function skip() returns trigger language plpgsql as" + " 'begin return null; end'");
            superuser.execute("create trigger skip before insert on " + table + " for each row when (" + which
                    + ") execute function skip()");
            CapitalizationReport report = desk.inParts(plan());
            assertThat(report.run().outcome()).isEqualTo(Outcome.FAILED);
            assertThat(report.run().failure()).contains(reason);
            assertThat(report.run().digest()).isNull();
        }
    }

    /** What the run says of itself and what the database holds are counted apart; a difference of one is a failure. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
         before update on work_partition | new.part = 5 and new.done > 0    | new.posted := new.posted - 1          | the outcomes do not add up: population 600, posted 599, already there 0, refused 0
         before update on run            | new.population is not null        | new.population := new.population + 1  | the outcomes do not add up: population 601, posted 600, already there 0, refused 0
         before insert on main_account   | new.name = 'Account-20'           | new.capital := new.capital + 1        | the database holds Opened[mains=600, accounts=1800, capital=60180307.00, base=60180306.00] of this run, which says it has Opened[mains=600, accounts=1800, capital=60180306.00, base=60180306.00]
         before update on run            | new.population is not null        | new.set_aside := 2                    | the outcomes do not add up: population 600, posted 600, already there 0, refused 2
        """)
    void outcomes_that_do_not_add_up_are_a_failure(String when, String which, String change, String reason) {
        try (PlanDesk desk = PlanDesk.on(test)) {
            desk.run(EARLIER);
            superuser.execute("create function change_it() returns trigger language plpgsql as 'begin " + change
                    + "; return new; end'");
            superuser.execute("create trigger change_it " + when + " for each row when (" + which
                    + ") execute function change_it()");
            CapitalizationReport report = desk.inParts(plan());
            assertThat(report.run().outcome()).isEqualTo(Outcome.FAILED);
            assertThat(report.run().failure()).isEqualTo(reason);
        }
    }
}
