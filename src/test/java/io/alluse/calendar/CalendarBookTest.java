package io.alluse.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarBookTest {

    private static final String TOKYO = """
            name: tokyo
            description: an exchange far away
            zone: Asia/Tokyo
            rules: weekdays
            close: 15:30
            earlyClose: 11:30
            closures: [2026-01-02 bank holiday]
            earlyCloses: [2026-12-30 last day of the year]
            fullDays: []
            """;

    @TempDir
    private Path jobs;

    @BeforeEach
    void lay_it_out() throws IOException {
        Files.createDirectories(jobs.resolve("calendars"));
    }

    @Test
    void a_directory_adds_calendars_to_those_that_travel_with_the_program() throws IOException {
        write("tokyo", TOKYO);
        CalendarBook book = CalendarBook.of(jobs);
        assertThat(book.names()).containsExactly("nyse", "tokyo");
        TradingCalendar tokyo = book.named("tokyo");
        assertThat(tokyo.isOpen(LocalDate.of(2026, 1, 1))).isTrue();
        assertThat(tokyo.closedFor(LocalDate.of(2026, 1, 2))).hasValue("bank holiday");
        assertThat(tokyo.isOpen(LocalDate.of(2026, 1, 2))).isFalse();
        assertThat(tokyo.earlyFor(LocalDate.of(2026, 12, 30))).hasValue("last day of the year");
        assertThat(tokyo.previous(LocalDate.of(2026, 1, 5))).isEqualTo("2026-01-01");
    }

    @Test
    void a_closing_that_was_announced_is_a_line_in_a_file() throws IOException {
        String shipped = Files.readString(Path.of("jobs/calendars/nyse.yaml"));
        write("nyse", shipped.replace("closures: ", "closures: \n  - 2026-08-03 mourning #"));
        LocalDate day = LocalDate.of(2026, 8, 3);
        assertThat(CalendarBook.of(jobs).named("nyse").isOpen(day)).isFalse();
        assertThat(CalendarBook.shipped().named("nyse").isOpen(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             KEY          | BY                               | PROBLEM
             name:        | name: kyoto                      | 1:7: name: must be tokyo as the file is called (found kyoto)
             zone:        | zone: Asia/Tokio                 | 3:7: zone: unknown time zone, did you mean `Asia/Tokyo`? (found Asia/Tokio)
             rules:       | rules: lse                       | 4:8: rules: must be `nyse` or `weekdays` (found lse)
             close:       | close: 24:00                     | 5:8: close: must be a time of day such as 16:00 (found 24:00)
             earlyClose:  | earlyClose: 15:30                | 6:13: earlyClose: must be before `close` (found 15:30)
             closures:    | closures: [2026-01-02]           | 7:11: closures: must be a list, also an empty one, of dates with a reason, such as [2012-10-29 hurricane] (found [2026-01-02])
             closures:    | closures: [2026-02-30 x]         | 7:11: closures: is no date: 2026-02-30 (found [2026-02-30 x])
             closures:    | closures: [2026-01-03 x]         | 7:11: closures: 2026-01-03 is closed anyway (found [2026-01-03 x])
             closures:    | closures: [2026-01-02 x, 2026-01-02 y] | 7:11: closures: names a date twice: x, y (found [2026-01-02 x, 2026-01-02 y])
             earlyCloses: | earlyCloses: [2026-01-02 x]      | 8:14: earlyCloses: 2026-01-02 is closed (found [2026-01-02 x])
             fullDays:    | fullDays: [2026-01-05 x]         | 9:11: fullDays: 2026-01-05 does not end early anyway (found [2026-01-05 x])
             fullDays:    | fuldays: []                      | 9:10: fuldays: unknown key, did you mean `fullDays`? (found [])
            """)
    void what_is_wrong_is_told_with_its_place(String key, String by, String problem) throws IOException {
        write("tokyo", TOKYO.replaceFirst("(?m)^" + key + ".*$", by));
        assertThat(CalendarBook.of(jobs).problems())
                .extracting(Problem::toString)
                .contains(jobs.resolve("calendars/tokyo.yaml") + ":" + problem);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(jobs.resolve("calendars").resolve(name + ".yaml"), text);
    }
}
