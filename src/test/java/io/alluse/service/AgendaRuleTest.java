package io.alluse.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What runs next, and why the others wait. */
class AgendaRuleTest {

    /** Wednesday evening in New York, when all of that day is due. */
    private static final Instant NOW = Instant.parse("2026-01-08T02:00:00Z");

    /** Rows are {@code job day STATE}; of the 6th and 7th of January 2026. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             funding 7 DUE                             | funding 7 NEXT
             funding 7 DUE, tax 7 DUE                  | funding 7 NEXT, tax 7 WAITING for funding of 2026-01-07
             funding 7 DONE, tax 7 DUE                 | tax 7 NEXT
             funding 7 SKIPPED, tax 7 DUE              | tax 7 NEXT
             funding 7 RUNNING, tax 7 DUE              | funding 7 RUNNING on n1, tax 7 WAITING for funding of 2026-01-07
             tax 7 DUE                                 | tax 7 NEXT
             funding 7 FAILED, tax 7 DUE, forks 7 DUE  | funding 7 STUCK, tax 7 STUCK for funding of 2026-01-07, which is FAILED, forks 7 STUCK for funding of 2026-01-07, which is FAILED
             funding 7 HELD, tax 7 DUE, check 7 DUE    | funding 7 STUCK, tax 7 STUCK for funding of 2026-01-07, which is HELD, check 7 NEXT
             funding 6 DUE, funding 7 DUE              | funding 6 NEXT, funding 7 WAITING for funding of 2026-01-06
             forks 6 DUE, funding 7 DUE                | forks 6 NEXT, funding 7 WAITING for forks of 2026-01-06, whose turn comes first
             funding 6 FAILED, funding 7 DUE, check 7 DUE | funding 6 STUCK, funding 7 STUCK for funding of 2026-01-06, which is FAILED, check 7 NEXT
             funding 6 RETRY, check 6 DUE              | funding 6 WAITING tried again at 2026-01-08T02:05:00Z, check 6 WAITING for funding of 2026-01-06, whose turn comes first
             latest 6 DUE, latest 7 DUE                | latest 6 SUPERSEDED a later date is due, and only the latest is caught up, latest 7 NEXT
             latest 6 FAILED, latest 7 DUE             | latest 6 SUPERSEDED a later date is due, and only the latest is caught up, latest 7 NEXT
             latest 6 ASKED, latest 7 DUE              | latest 6 NEXT, latest 7 WAITING for latest of 2026-01-06
             asked 6 MISSED, asked 7 DUE               | asked 6 STUCK, asked 7 STUCK for asked of 2026-01-06, which is MISSED
             gone 6 DUE, check 6 DUE                   | check 6 NEXT, gone 6 STUCK no job definition is called gone
             funding 8 DUE, check 7 DUE                | check 7 NEXT, funding 8 LATER due at 2026-01-08T23:00:00Z
            """)
    void it_runs_one_after_the_other_as_if_nothing_had_happened(String rows, String standings) {
        assertThat(told(rows, Map.of(), Map.of())).isEqualTo(standings);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             funding 7 DUE, tax 7 DUE, check 7 DUE | funding 7 STUCK paused: year end, tax 7 STUCK for funding of 2026-01-07, which is paused, check 7 NEXT
             funding 7 RUNNING                     | funding 7 RUNNING on n1
             tax 7 DUE                             | tax 7 NEXT
            """)
    void a_paused_job_waits_and_what_comes_after_it(String rows, String standings) {
        assertThat(told(rows, Map.of("funding", "year end"), Map.of())).isEqualTo(standings);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             2026-01-07T22:00:00Z | tax 7 LATER for funding of 2026-01-07, which is due at 2026-01-07T23:00:00Z, check 7 NEXT
             2026-01-08T01:00:00Z | tax 7 NEXT, check 7 WAITING for tax of 2026-01-07, whose turn comes first
            """)
    void what_it_comes_after_may_become_due_later(Instant plannedUntil, String standings) {
        assertThat(told("tax 7 DUE, check 7 DUE", Map.of(), Map.of("funding", plannedUntil)))
                .isEqualTo(standings);
    }

    private static String told(String rows, Map<String, String> paused, Map<String, Instant> plannedUntil) {
        List<Due> open = new ArrayList<>();
        Set<DueKey> ended = new HashSet<>();
        for (String row : rows.split(", ")) {
            Due due = due(row.split(" "));
            if (due.state().isOpen()) {
                open.add(due);
            } else {
                ended.add(due.key());
            }
        }
        return new Agenda(Definitions.ALL, paused, new HashMap<>(plannedUntil), open, ended)
                .standings(NOW).stream().map(AgendaRuleTest::text).collect(Collectors.joining(", "));
    }

    private static String text(Standing one) {
        return (one.due().name() + " " + one.due().key().date().getDayOfMonth() + " " + one.word() + " " + one.why())
                .strip();
    }

    private static Due due(String... words) {
        LocalDate date = LocalDate.of(2026, 1, Integer.parseInt(words[1]));
        boolean retry = words[2].equals("RETRY");
        boolean asked = words[2].equals("ASKED");
        return new Due(
                1,
                new DueKey(words[0], date),
                words[0],
                at(words[0], date),
                List.of(),
                retry || asked ? DueState.DUE : DueState.valueOf(words[2]),
                asked,
                0,
                0,
                retry ? NOW.plusSeconds(300) : null,
                null,
                null,
                "n1",
                null,
                null,
                null);
    }

    private static Instant at(String name, LocalDate date) {
        return Definitions.ALL.stream()
                .filter(one -> one.name().equals(name))
                .map(one -> Coming.of(one, date).orElseThrow().due())
                .findFirst()
                .orElse(NOW);
    }
}
