package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.database.Homes;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Services in processes of their own, on a clock of its own, round the end of a quarter: forks, a holiday, weeks and the quarter. */
class CalendarTest {

    private final Typed typed = new Typed();

    @Test
    @Timeout(value = 9, unit = TimeUnit.MINUTES)
    void two_weeks_with_an_outage_and_kills_leave_what_two_without_trouble_leave() throws IOException {
        try (Homes homes = new Homes()) {
            int exit = typed.run("bench calendar --from 2026-06-22 --days 15 --outages 1 --kills 4 --json --home "
                    + homes.fresh("calendar"));
            assertThat(exit).as(typed.out() + typed.err()).isZero();
            assertThat(typed.out()).contains("\"good\":true", "\"forks\":2");
        }
    }
}
