package io.alluse.service;

import static io.alluse.service.Definitions.CHECK;
import static io.alluse.service.Definitions.FORKS;
import static io.alluse.service.Definitions.FUNDING;
import static io.alluse.service.Definitions.TAX;
import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.fault.Exit;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Due dates carried out by one service or several. */
class DispatcherTest {

    private static final ServiceDesk DESK = new ServiceDesk();
    private static final Instant MONDAY_NOON = Instant.parse("2026-01-05T17:00:00Z");
    private static final Instant TUESDAY_NOON = Instant.parse("2026-01-06T17:00:00Z");
    private static final Instant THURSDAY_NOON = Instant.parse("2026-01-08T17:00:00Z");

    @BeforeEach
    void clear() {
        DESK.clear();
    }

    @AfterAll
    static void close() {
        DESK.close();
    }

    @Test
    void what_was_missed_is_caught_up_date_by_date() {
        Dispatcher service = DESK.service("n1", List.of(FUNDING, TAX, FORKS, CHECK));
        assertThat(service.tick(MONDAY_NOON)).isZero();
        assertThat(service.tick(THURSDAY_NOON)).isEqualTo(12);
        assertThat(DESK.launched)
                .containsExactly(
                        "funding 2026-01-05",
                        "tax 2026-01-05",
                        "check 2026-01-05",
                        "forks 2026-01-05",
                        "funding 2026-01-06",
                        "tax 2026-01-06",
                        "check 2026-01-06",
                        "forks 2026-01-06",
                        "funding 2026-01-07",
                        "tax 2026-01-07",
                        "check 2026-01-07",
                        "forks 2026-01-07");
        assertThat(service.tick(THURSDAY_NOON)).isZero();
    }

    @Test
    void a_clock_that_is_behind_runs_nothing_twice() {
        Dispatcher service = DESK.service("n1", List.of(FUNDING));
        service.tick(MONDAY_NOON);
        assertThat(service.tick(TUESDAY_NOON)).isOne();
        assertThat(DESK.service("n2", List.of(FUNDING)).tick(MONDAY_NOON)).isZero();
        assertThat(service.tick(TUESDAY_NOON)).isZero();
    }

    @Test
    void a_changed_definition_keeps_what_has_been_run() {
        DESK.service("n1", List.of(FUNDING)).tick(MONDAY_NOON);
        DESK.service("n1", List.of(FUNDING)).tick(Instant.parse("2026-01-06T00:00:00Z"));
        Dispatcher changed = DESK.service("n1", List.of(Definitions.daily("funding", "21:00")));
        assertThat(changed.tick(Instant.parse("2026-01-06T04:00:00Z"))).isZero();
        assertThat(changed.tick(Instant.parse("2026-01-07T03:00:00Z"))).isOne();
        assertThat(DESK.launched).containsExactly("funding 2026-01-05", "funding 2026-01-06");
    }

    @Test
    void a_failure_is_tried_again_and_then_left_to_a_person() {
        Dispatcher service = DESK.service("n1", List.of(FUNDING, TAX, CHECK));
        service.tick(MONDAY_NOON);
        DESK.outcome = key -> key.definition().equals("funding") ? Exit.FAILED : Exit.OK;
        assertThat(service.tick(TUESDAY_NOON)).isOne();
        assertThat(service.tick(TUESDAY_NOON.plusSeconds(59))).isZero();
        assertThat(service.tick(TUESDAY_NOON.plusSeconds(60))).isOne();
        assertThat(service.tick(TUESDAY_NOON.plusSeconds(180))).isEqualTo(2);
        assertThat(DESK.states())
                .containsExactly("funding 2026-01-05 FAILED", "tax 2026-01-05 DUE", "check 2026-01-05 DONE");
        assertThat(service.tick(TUESDAY_NOON.plusSeconds(3600))).isZero();
    }

    @Test
    void whoever_dies_is_taken_over_from() {
        Dispatcher service = DESK.service("n1", List.of(FUNDING));
        service.tick(MONDAY_NOON);
        DESK.execute("""
                insert into alluse.due (definition, job, business_date, due_at, state, claims, node, started_at)
                values ('funding', 'funding', '2026-01-05', '2026-01-05 23:00Z', 'RUNNING', 1, 'n9', now())""");
        assertThat(service.tick(TUESDAY_NOON)).isOne();
        assertThat(DESK.rows("select node || ' ' || state || ' ' || claims from alluse.due"))
                .containsExactly("n1 DONE 2");
    }

    @Test
    void who_was_taken_over_from_says_nothing_more() {
        Dispatcher first = DESK.service("n1", List.of(FUNDING));
        first.tick(MONDAY_NOON);
        DESK.outcome = key -> {
            DESK.execute("update alluse.due set claims = claims + 1, node = 'n2'");
            return Exit.FAILED;
        };
        assertThat(first.tick(TUESDAY_NOON)).isOne();
        assertThat(DESK.rows("select node || ' ' || state || ' ' || claims from alluse.due"))
                .containsExactly("n2 RUNNING 2");
    }

    @Test
    void what_a_person_has_run_by_hand_is_done() {
        Dispatcher service = DESK.service("n1", List.of(FUNDING, TAX));
        service.tick(MONDAY_NOON);
        DESK.execute("""
                insert into alluse.run (job, business_date, outcome, started_at, ended_at)
                values ('funding', '2026-01-05', 'COMPLETED', '2026-01-05 12:00Z', '2026-01-05 12:01Z')""");
        assertThat(service.tick(TUESDAY_NOON)).isOne();
        assertThat(DESK.launched).containsExactly("tax 2026-01-05");
        assertThat(DESK.states()).containsExactly("funding 2026-01-05 DONE", "tax 2026-01-05 DONE");
    }

    @Test
    void a_missed_deadline_is_told_once() {
        Dispatcher service = DESK.service("n1", List.of(FUNDING));
        service.tick(MONDAY_NOON);
        DESK.outcome = key -> Exit.FAILED;
        service.tick(Instant.parse("2026-01-06T00:59:00Z"));
        assertThat(DESK.late).isEmpty();
        service.tick(Instant.parse("2026-01-06T01:00:01Z"));
        service.tick(Instant.parse("2026-01-06T02:00:00Z"));
        assertThat(DESK.late).containsExactly("funding of 2026-01-05");
    }

    @Test
    void those_that_want_the_latest_alone_or_a_word_get_it() {
        Dispatcher service = DESK.service("n1", List.of(Definitions.LATEST, Definitions.ASKED));
        service.tick(MONDAY_NOON);
        assertThat(service.tick(THURSDAY_NOON)).isOne();
        assertThat(DESK.states())
                .containsExactly(
                        "latest 2026-01-05 SKIPPED",
                        "asked 2026-01-05 MISSED",
                        "latest 2026-01-06 SKIPPED",
                        "asked 2026-01-06 MISSED",
                        "latest 2026-01-07 DONE",
                        "asked 2026-01-07 MISSED");
    }

    @Test
    void two_services_run_each_date_once_and_in_order() throws Exception {
        DESK.service("n1", List.of(FUNDING, TAX)).tick(MONDAY_NOON);
        CountDownLatch both = new CountDownLatch(2);
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> ran =
                    List.of(nodes.submit(() -> together(both, "n1")), nodes.submit(() -> together(both, "n2")));
            assertThat(ran.get(0).get() + ran.get(1).get()).isEqualTo(6);
        }
        assertThat(DESK.launched)
                .containsExactly(
                        "funding 2026-01-05",
                        "tax 2026-01-05",
                        "funding 2026-01-06",
                        "tax 2026-01-06",
                        "funding 2026-01-07",
                        "tax 2026-01-07");
    }

    private static int together(CountDownLatch both, String node) throws InterruptedException {
        Dispatcher service = DESK.service(node, List.of(FUNDING, TAX));
        both.countDown();
        both.await();
        int ran = 0;
        for (int i = 0; i < 3; i++) {
            ran += service.tick(THURSDAY_NOON);
        }
        return ran;
    }
}
