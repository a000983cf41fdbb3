package io.alluse.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedSchedulesTest {

    private static final JobDefinitions SHIPPED = JobDefinitions.shipped();

    @Test
    void each_comes_behind_those_that_it_waits_for() {
        assertThat(SHIPPED.all())
                .extracting(JobDefinition::name)
                .containsExactly(
                        "statement-import",
                        "funding",
                        "tax-and-buffer",
                        "weekly-reinvestment",
                        "fork-sweep",
                        "merge-sweep",
                        "consolidation-assessment",
                        "hierarchy-check",
                        "quarterly-allocation",
                        "order-intents");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             JOB                  | DATE       | DUE IN NEW YORK  | REASONS
             tax-and-buffer       | 2026-01-05 | 2026-01-05T19:30 |
             tax-and-buffer       | 2026-11-27 | 2026-11-27T16:30 | 2026-11-27 closes at 13:00 (the day after Thanksgiving): 3h earlier
             weekly-reinvestment  | 2026-04-10 | 2026-04-10T20:00 |
             weekly-reinvestment  | 2026-04-02 | 2026-04-02T20:00 | 2026-04-03 is closed (Good Friday)
             weekly-reinvestment  | 2020-07-02 | 2020-07-02T20:00 | 2020-07-03 is closed (Independence Day)
             quarterly-allocation | 2026-06-30 | 2026-07-01T05:00 |
             quarterly-allocation | 2026-12-31 | 2027-01-04T05:00 | 2027-01-01 is closed (New Year's Day)
             quarterly-allocation | 2024-03-28 | 2024-04-01T05:00 | 2024-03-29 is closed (Good Friday)
             order-intents        | 2026-07-01 | 2026-07-02T07:00 |
             order-intents        | 2026-07-02 | 2026-07-06T07:00 | 2026-07-03 is closed (Independence Day)
            """)
    void a_date_falls_due_when_it_should(String job, LocalDate date, LocalDateTime due, String reasons) {
        JobDefinition definition = SHIPPED.mustHave(job);
        Planned planned = Planning.of(definition, date);
        assertThat(Planning.has(definition, date)).isTrue();
        assertThat(planned.due().atZone(definition.timing().calendar().zone()).toLocalDateTime())
                .isEqualTo(due);
        assertThat(planned.reasons()).isEqualTo(reasons == null ? List.of() : List.of(reasons.split("; ")));
    }
}
