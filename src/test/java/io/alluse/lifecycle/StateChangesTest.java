package io.alluse.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.alluse.audit.Act;
import io.alluse.calendar.BusinessDay;
import io.alluse.cli.CapitalizedDatabase;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateChangesTest {

    private static Acts acts;

    @BeforeAll
    static void capitalize() {
        acts = Acts.on(CapitalizedDatabase.of("""
                name,capital,gen_reference,rev_reference,com_reference
                One,500000,G1,R1,C1
                Two,500000,G2,R2,C2
                Three,500000,G3,R3,C3
                Four,500000,,,
                Five,500000,G5,R5,C5
                """));
    }

    @AfterAll
    static void drop() {
        acts.close();
    }

    private static Fault refused(StateVerb verb, String code) {
        long before = acts.events();
        Fault fault = catchThrowableOfType(Fault.class, () -> acts.states().carryOut(verb, code, Acts.ACT));
        assertThat(acts.events()).isEqualTo(before);
        return fault;
    }

    @Test
    void a_change_is_an_event_with_who_why_and_an_entry_in_the_audit() {
        List<StateOutcome> outcomes = acts.states().carryOut(StateVerb.SUSPEND, "A-000001-GEN", Acts.ACT);
        assertThat(outcomes.toString()).contains("code=A-000001-GEN, before=ACTIVE, after=SUSPENDED, eventNo=2");
        assertThat(acts.lastEvent("A-000001-GEN"))
                .isEqualTo("2 account-suspend 2 STATE_CHANGED 2026-01-05 2026-01-05 SUSPENDED"
                        + " {\"from\":\"ACTIVE\",\"reason\":\"because\",\"to\":\"SUSPENDED\",\"who\":\"ann\"}");
        assertThat(acts.lastAudit()).isEqualTo("ann because A-000001-GEN suspended ACTIVE to SUSPENDED");
        assertThat(acts.ask("select count(distinct e.policy_hash) from event e join account a on a.id = e.account_id"
                        + " where a.code = 'A-000001-GEN'"))
                .isEqualTo("1");
        acts.states().carryOut(StateVerb.RESUME, "A-000001-GEN", Acts.ACT);
        acts.states().carryOut(StateVerb.SUSPEND, "A-000001-GEN", Acts.ACT);
        assertThat(acts.lastEvent("A-000001-GEN")).startsWith("4 account-suspend 4");
    }

    @Test
    void a_main_account_is_all_of_its_accounts_or_none() {
        acts.states().carryOut(StateVerb.SUSPEND, "A-000002-REV", Acts.ACT);
        List<StateOutcome> outcomes = acts.states().carryOut(StateVerb.SUSPEND, "A-000002", Acts.ACT);
        assertThat(outcomes).extracting(StateOutcome::changed).containsExactly(true, false, true);
        acts.force("A-000002-COM", "ERROR");
        Fault fault = refused(StateVerb.RESUME, "A-000002");
        assertThat(fault)
                .hasMessage("A-000002-COM is ERROR and cannot be resumed; legal is recover; nothing was changed");
        assertThat(fault.exit()).isEqualTo(Exit.NOT_ALLOWED);
        assertThat(acts.state("A-000002-GEN")).isEqualTo("SUSPENDED");
        acts.states().carryOut(StateVerb.RECOVER, "A-000002-COM", Acts.ACT);
        assertThat(acts.state("A-000002-COM")).isEqualTo("SAFE");
        acts.states().carryOut(StateVerb.RESUME, "A-000002", Acts.ACT);
        assertThat(acts.state("A-000002-COM")).isEqualTo("ACTIVE");
    }

    @Test
    void what_is_done_to_a_main_account_passes_over_closed_accounts() {
        acts.force("A-000005-REV", "CLOSED");
        assertThat(acts.states().carryOut(StateVerb.SUSPEND, "A-000005", Acts.ACT))
                .extracting(StateOutcome::changed)
                .containsExactly(true, false, true);
        assertThat(refused(StateVerb.SUSPEND, "A-000005-REV"))
                .hasMessageStartingWith(
                        "A-000005-REV is CLOSED and cannot be suspended; no change by a person is legal");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             VERB    | CODE         | EXIT | LINE
             RESUME  | A-000003-GEN | 6    | A-000003-GEN is already ACTIVE; nothing was changed
             RESUME  | A-000003     | 6    | A-000003 is already ACTIVE; nothing was changed
             RECOVER | A-000003-GEN | 4    | A-000003-GEN is ACTIVE and cannot be recovered; legal is suspend or close; nothing was changed
             CLOSE   | A-000003-GEN | 4    | A-000003-GEN is not empty and cannot be closed: CASH 95000.00, BUFFER 5000.00 left; nothing was changed
             SUSPEND | A-000004-GEN | 4    | A-000004-GEN is SAFE and cannot be suspended; legal is resume or close; nothing was changed
             RESUME  | A-000004-GEN | 4    | A-000004-GEN is SAFE because its brokerage account is only requested: it becomes ACTIVE when `alluse account map` confirms it; nothing was changed
             SUSPEND | A-000099     | 5    | no account A-000099; see `alluse account list`
             SUSPEND | A-000003-XXX | 5    | no account A-000003-XXX; see `alluse account list`
             SUSPEND | nonsense     | 5    | no account nonsense; see `alluse account list`
            """, useHeadersInDisplayName = true)
    void what_stands_against_it_is_one_line(StateVerb verb, String code, int exit, String line) {
        Fault fault = refused(verb, code);
        assertThat(fault).hasMessage(line);
        assertThat(fault.exit().code()).isEqualTo(exit);
    }

    @Test
    void nothing_happens_before_an_account_was_opened_or_without_a_reason() {
        Act early = new Act("ann", "because", BusinessDay.parse("2026-01-04"));
        assertThat(catchThrowableOfType(
                        Fault.class, () -> acts.states().carryOut(StateVerb.SUSPEND, "A-000003-GEN", early)))
                .hasMessage("--date 2026-01-04 is before A-000003-GEN was opened (2026-01-05)");
        assertThat(catchThrowableOfType(Fault.class, () -> new Act("ann", "  ", CapitalizedDatabase.OPENING_DAY)))
                .hasMessage("--reason: one to 500 characters that say why, found none");
    }

    @Test
    void a_preview_changes_nothing() {
        long before = acts.events();
        assertThat(acts.states().preview(StateVerb.SUSPEND, "A-000003", Acts.ACT))
                .allMatch(outcome -> outcome.changed() && outcome.eventNo() == 0);
        assertThat(acts.events()).isEqualTo(before);
    }

    @Test
    void an_account_without_anything_is_closed() {
        try (Acts empty = Acts.on(CapitalizedDatabase.of("name,capital,split\nNo COM,500000,50/50/0\n"))) {
            empty.states().carryOut(StateVerb.CLOSE, "A-000001-COM", Acts.ACT);
            assertThat(empty.state("A-000001-COM")).isEqualTo("CLOSED");
            assertThat(catchThrowableOfType(
                            Fault.class, () -> empty.states().carryOut(StateVerb.CLOSE, "A-000001-COM", Acts.ACT)))
                    .hasMessage("A-000001-COM is already CLOSED; nothing was changed");
        }
    }

    @Test
    void of_two_who_suspend_at_once_one_does_and_the_other_is_told() throws Exception {
        try (Acts own = Acts.on(CapitalizedDatabase.of("name,capital,gen_reference\nOne,500000,G\n"));
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<String> suspend = () -> {
                try {
                    own.states().carryOut(StateVerb.SUSPEND, "A-000001-GEN", Acts.ACT);
                    return "done";
                } catch (Fault e) {
                    return String.valueOf(e.getMessage());
                }
            };
            List<Future<String>> results = threads.invokeAll(List.of(suspend, suspend, suspend, suspend));
            List<String> texts = new java.util.ArrayList<>();
            for (Future<String> result : results) {
                texts.add(result.get());
            }
            assertThat(texts)
                    .containsOnlyOnce("done")
                    .filteredOn(text -> !text.equals("done"))
                    .containsOnly("A-000001-GEN is already SUSPENDED; nothing was changed");
            assertThat(own.lastEvent("A-000001-GEN")).startsWith("2 account-suspend");
        }
    }
}
