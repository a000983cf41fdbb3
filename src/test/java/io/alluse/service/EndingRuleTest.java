package io.alluse.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.fault.Exit;
import io.alluse.service.EndingRule.Ending;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a due date when an attempt has ended. */
class EndingRuleTest {

    private static final Instant NOW = Instant.parse("2026-01-08T02:00:00Z");
    private static final int RETRIES = 2;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             EXIT        | FAILED BEFORE | STOPPING | THEN
             OK          | 0             | false    | DONE
             OK          | 2             | true     | DONE after 2 failures
             SET_ASIDE   | 0             | false    | DONE: ended with some set aside
             FAILED      | 0             | false    | DUE after 1 failures in PT1M: words
             FAILED      | 1             | false    | DUE after 2 failures in PT2M: words
             FAILED      | 2             | false    | FAILED after 3 failures: words
             ENVIRONMENT | 0             | false    | DUE after 1 failures in PT1M: words
             TIMED_OUT   | 0             | false    | DUE after 1 failures in PT1M: words
             CONFLICT    | 0             | false    | DUE in PT5S: words
             CONFLICT    | 2             | false    | DUE after 2 failures in PT5S: words
             STOPPED     | 1             | true     | DUE after 1 failures: stopped with the service; goes on where it was
             STOPPED     | 0             | false    | HELD: stopped by a person
             USAGE       | 0             | false    | FAILED after 1 failures: words
             NOT_FOUND   | 0             | false    | FAILED after 1 failures: words
             NOT_ALLOWED | 0             | false    | FAILED after 1 failures: words
            """, useHeadersInDisplayName = true)
    void the_exit_code_says_what_becomes_of_it(Exit exit, int before, boolean stopping, String then) {
        Ending ending = EndingRule.ended(due(0, before), RETRIES, Launcher.Ended.of(exit, "words"), stopping, NOW);
        assertThat(text(ending)).isEqualTo(then);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             1  | 0 | DUE: the service on n1 went away; goes on where it was
             20 | 0 | DUE: the service on n1 went away; goes on where it was
             21 | 1 | DUE after 1 failures: the service on n1 went away; goes on where it was
             21 | 0 | FAILED: services have gone away while at it 20 times
            """)
    void a_service_that_dies_is_no_failure_until_it_always_does(int claims, int failures, String then) {
        assertThat(text(EndingRule.abandoned(due(claims, failures)))).isEqualTo(then);
    }

    private static String text(Ending ending) {
        return ending.state()
                + (ending.failures() == 0 ? "" : " after " + ending.failures() + " failures")
                + (ending.notBefore() == null ? "" : " in " + Duration.between(NOW, ending.notBefore()))
                + (ending.why() == null ? "" : ": " + ending.why());
    }

    private static Due due(int claims, int failures) {
        return new Due(
                1,
                new DueKey("tax", LocalDate.of(2026, 1, 7)),
                "tax",
                NOW,
                List.of(),
                DueState.RUNNING,
                false,
                claims,
                failures,
                null,
                null,
                null,
                "n1",
                NOW,
                null,
                null);
    }
}
