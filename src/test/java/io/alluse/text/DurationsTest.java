package io.alluse.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             TYPED   | MEANT   | SHOWN
             90s     | PT1M30S | 1m 30s
             15m     | PT15M   | 15m 00s
             2h      | PT2H    | 2h 00m
             1h30m   | PT1H30M | 1h 30m
             1H30M5S | PT1H30M5S | 1h 30m
             PT2H    | PT2H    | 2h 00m
             pt0.5s  | PT0.5S  | 0.5 s
            """, useHeadersInDisplayName = true)
    void what_a_person_types_is_understood_and_shown_alike(String typed, String meant, String shown) {
        assertThat(Durations.parse(typed)).hasToString(meant);
        assertThat(Durations.text(Durations.parse(typed))).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "PT0S", "PT-1S"})
    void no_time_at_all_is_refused_as_that(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse(typed))
                .withMessage("expected more than no time, such as 5s: " + typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "90", "s", "2 h", "-2h", "5s2h", "2d", "soon", "9999999h"})
    void what_is_no_time_is_refused(String typed) {
        assertThatThrownBy(() -> Durations.parse(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a time such as 90s, 15m, 2h or PT2H: " + typed);
    }
}
