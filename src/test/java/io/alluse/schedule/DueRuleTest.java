package io.alluse.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.calendar.BusinessDay;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueRuleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, nullValues = "-", textBlock = """
             CRON            | ZONE             | RUNS             | EARLY | DATE       | DUE IN NEW YORK  | REASONS
             0 16 * * *      | America/New_York | after-close      | shift | 2026-01-05 | 2026-01-05T16:00 | -
             59 15 * * *     | America/New_York | after-close      | shift | 2026-01-05 | 2026-01-06T15:59 | -
             0 16 * * *      | America/New_York | after-close      | shift | 2026-12-24 | 2026-12-24T13:00 | 2026-12-24 closes at 13:00 (Christmas Eve): 3h earlier
             0 16 * * *      | America/New_York | after-close      | keep  | 2026-12-24 | 2026-12-24T16:00 | -
             0 15 * * *      | America/New_York | after-close      | shift | 2026-12-24 | 2026-12-25T15:00 | -
             0 17 * * FRI    | America/New_York | after-close      | shift | 2026-11-24 | 2026-11-27T14:00 | 2026-11-27 closes at 13:00 (the day after Thanksgiving): 3h earlier
             0 17 * * FRI    | America/New_York | after-close      | shift | 2026-11-27 | 2026-11-27T14:00 | 2026-11-27 closes at 13:00 (the day after Thanksgiving): 3h earlier
             0 10 * * SAT    | America/New_York | after-close      | shift | 2026-11-27 | 2026-11-28T10:00 | -
             0 7 * * *       | America/New_York | next-trading-day | shift | 2026-11-25 | 2026-11-27T07:00 | 2026-11-26 is closed (Thanksgiving)
             0 18 * * *      | America/New_York | next-trading-day | shift | 2026-11-25 | 2026-11-27T15:00 | 2026-11-26 is closed (Thanksgiving); 2026-11-27 closes at 13:00 (the day after Thanksgiving): 3h earlier
             0 7 * * *       | America/New_York | next-trading-day | keep  | 2001-09-10 | 2001-09-17T07:00 | 2001-09-11 is closed (attacks of 11 September); 2001-09-12 is closed (attacks of 11 September); 2001-09-13 is closed (attacks of 11 September); 2001-09-14 is closed (attacks of 11 September)
             30 2 * * *      | Europe/Berlin    | after-close      | keep  | 2026-03-26 | 2026-03-26T21:30 | -
             30 2 * * *      | Europe/Berlin    | after-close      | keep  | 2026-03-27 | 2026-03-27T21:30 | -
             30 2 * * SUN    | Europe/Berlin    | after-close      | keep  | 2026-03-27 | 2026-03-28T21:30 | 02:30 of 2026-03-29 in Europe/Berlin does not exist (the clocks go forward): 03:30
             30 2 * * SUN    | Europe/Berlin    | after-close      | keep  | 2026-10-23 | 2026-10-24T20:30 | 02:30 of 2026-10-25 in Europe/Berlin comes twice (the clocks go back): the first
             30 21 * * *     | Europe/Berlin    | after-close      | keep  | 2026-03-06 | 2026-03-07T15:30 | -
             30 21 * * *     | Europe/Berlin    | after-close      | keep  | 2026-03-09 | 2026-03-09T16:30 | -
            """)
    void a_date_falls_due_at_the_first_time_of_the_cron(
            String cron, String zone, String runs, String early, LocalDate date, LocalDateTime due, String reasons) {
        JobDefinition job =
                Written.definition("cron: " + cron, "zone: " + zone, "runs: " + runs, "earlyClose: " + early);
        Planned planned = Planning.of(job, date);
        assertThat(planned.due().atZone(BusinessDay.NEW_YORK).toLocalDateTime()).isEqualTo(due);
        assertThat(String.join("; ", planned.reasons())).isEqualTo(reasons == null ? "" : reasons);
    }
}
