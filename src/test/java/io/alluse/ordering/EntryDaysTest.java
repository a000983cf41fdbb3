package io.alluse.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.policy.EntryWindow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/rules.md 5.6. */
class EntryDaysTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             DATE       | WINDOW      | FROM       | UNTIL      | WHY
             2026-01-06 | THU         | 2026-01-08 | 2026-01-08 | of the same week
             2026-01-08 | THU         | 2026-01-15 | 2026-01-15 | not on the day itself
             2026-01-09 | MON         | 2026-01-12 | 2026-01-12 | a Friday
             2026-01-10 | MON         | 2026-01-12 | 2026-01-12 | a Saturday
             2026-01-11 | MON         | 2026-01-12 | 2026-01-12 | a Sunday
             2026-01-09 | MON TUE WED | 2026-01-12 | 2026-01-14 | all of them
             2026-01-12 | MON TUE WED | 2026-01-13 | 2026-01-14 | what is left of them
             2026-01-14 | MON TUE WED | 2026-01-20 | 2026-01-21 | Martin Luther King's day is Tuesday's then
             2026-01-16 | MON         | 2026-01-20 | 2026-01-20 | the same
             2026-01-09 | MON THU     | 2026-01-12 | 2026-01-12 | days side by side only
             2026-01-12 | MON THU     | 2026-01-15 | 2026-01-15 | the other one
             2026-11-25 | THU         | 2026-11-27 | 2026-11-27 | Thanksgiving
             2026-04-01 | FRI         | 2026-04-10 | 2026-04-10 | Good Friday has no next day in its week
             2026-04-01 | THU FRI     | 2026-04-02 | 2026-04-02 | the day before it
             2026-01-08 | MON FRI     | 2026-01-09 | 2026-01-09 | of one week only
             2026-12-31 | FRI         | 2027-01-08 | 2027-01-08 | New Year's day
            """)
    void an_intent_is_valid_on_the_next_entry_days(
            LocalDate date, String window, LocalDate from, LocalDate until, String why) {
        EntryWindow days = EntryWindow.of(
                Arrays.stream(window.split(" ")).map(EntryDaysTest::weekday).toList());
        assertThat(EntryDays.after(date, days)).as(why).isEqualTo(new EntryDays(from, until));
    }

    private static DayOfWeek weekday(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(word))
                .findFirst()
                .orElseThrow();
    }
}
