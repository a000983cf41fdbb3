package io.alluse.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessDaysTest {

    private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MM-dd");

    /** As the exchange publishes them, year by year. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             YEAR | CLOSED                                                                  | EARLY
             2000 | 01-17 02-21 04-21 05-29 07-04 09-04 11-23 12-25                         | 07-03 11-24
             2001 | 01-01 01-15 02-19 04-13 05-28 07-04 09-03 09-11 09-12 09-13 09-14 11-22 12-25 | 07-03 11-23 12-24
             2002 | 01-01 01-21 02-18 03-29 05-27 07-04 09-02 11-28 12-25                   | 07-05 11-29 12-24
             2003 | 01-01 01-20 02-17 04-18 05-26 07-04 09-01 11-27 12-25                   | 07-03 11-28 12-24 12-26
             2004 | 01-01 01-19 02-16 04-09 05-31 06-11 07-05 09-06 11-25 12-24             | 11-26
             2005 | 01-17 02-21 03-25 05-30 07-04 09-05 11-24 12-26                         | 11-25
             2006 | 01-02 01-16 02-20 04-14 05-29 07-04 09-04 11-23 12-25                   | 07-03 11-24
             2007 | 01-01 01-02 01-15 02-19 04-06 05-28 07-04 09-03 11-22 12-25             | 07-03 11-23 12-24
             2008 | 01-01 01-21 02-18 03-21 05-26 07-04 09-01 11-27 12-25                   | 07-03 11-28 12-24
             2009 | 01-01 01-19 02-16 04-10 05-25 07-03 09-07 11-26 12-25                   | 11-27 12-24
             2010 | 01-01 01-18 02-15 04-02 05-31 07-05 09-06 11-25 12-24                   | 11-26
             2011 | 01-17 02-21 04-22 05-30 07-04 09-05 11-24 12-26                         | 11-25
             2012 | 01-02 01-16 02-20 04-06 05-28 07-04 09-03 10-29 10-30 11-22 12-25       | 07-03 11-23 12-24
             2013 | 01-01 01-21 02-18 03-29 05-27 07-04 09-02 11-28 12-25                   | 07-03 11-29 12-24
             2014 | 01-01 01-20 02-17 04-18 05-26 07-04 09-01 11-27 12-25                   | 07-03 11-28 12-24
             2015 | 01-01 01-19 02-16 04-03 05-25 07-03 09-07 11-26 12-25                   | 11-27 12-24
             2016 | 01-01 01-18 02-15 03-25 05-30 07-04 09-05 11-24 12-26                   | 11-25
             2017 | 01-02 01-16 02-20 04-14 05-29 07-04 09-04 11-23 12-25                   | 07-03 11-24
             2018 | 01-01 01-15 02-19 03-30 05-28 07-04 09-03 11-22 12-05 12-25             | 07-03 11-23 12-24
             2019 | 01-01 01-21 02-18 04-19 05-27 07-04 09-02 11-28 12-25                   | 07-03 11-29 12-24
             2020 | 01-01 01-20 02-17 04-10 05-25 07-03 09-07 11-26 12-25                   | 11-27 12-24
             2021 | 01-01 01-18 02-15 04-02 05-31 07-05 09-06 11-25 12-24                   | 11-26
             2022 | 01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26                   | 11-25
             2023 | 01-02 01-16 02-20 04-07 05-29 06-19 07-04 09-04 11-23 12-25             | 07-03 11-24
             2024 | 01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25             | 07-03 11-29 12-24
             2025 | 01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25       | 07-03 11-28 12-24
             2026 | 01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25             | 11-27 12-24
             2027 | 01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24             | 11-26
             2028 | 01-17 02-21 04-14 05-29 06-19 07-04 09-04 11-23 12-25                   | 07-03 11-24
             2029 | 01-01 01-15 02-19 03-30 05-28 06-19 07-04 09-03 11-22 12-25             | 07-03 11-23 12-24
             2030 | 01-01 01-21 02-18 04-19 05-27 06-19 07-04 09-02 11-28 12-25             | 07-03 11-29 12-24
            """, useHeadersInDisplayName = true)
    void the_year_is_that_of_the_exchange(int year, String closed, String early) {
        assertThat(weekdays(year, day -> !BusinessDays.isOne(day))).isEqualTo(closed);
        assertThat(weekdays(year, BusinessDays::closesEarly)).isEqualTo(early);
    }

    private static String weekdays(int year, Predicate<LocalDate> which) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .filter(which)
                .map(MONTH_DAY::format)
                .collect(Collectors.joining(" "));
    }

    @Test
    void no_weekend_is_a_business_day() {
        assertThat(LocalDate.of(1999, 1, 1)
                        .datesUntil(LocalDate.of(2101, 1, 1))
                        .filter(day -> day.getDayOfWeek().getValue() >= 6))
                .noneMatch(BusinessDays::isOne)
                .noneMatch(BusinessDays::closesEarly);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             DATE       | N  | AFTER
             2026-01-05 | 0  | 2026-01-05
             2026-01-05 | 1  | 2026-01-06
             2026-01-09 | 1  | 2026-01-12
             2026-01-10 | 1  | 2026-01-12
             2026-01-16 | 1  | 2026-01-20
             2026-01-05 | 15 | 2026-01-27
             2025-12-24 | 1  | 2025-12-26
             2025-12-31 | 1  | 2026-01-02
             2021-12-30 | 2  | 2022-01-03
            """, useHeadersInDisplayName = true)
    void business_days_are_counted_from_the_day_after(LocalDate date, int n, LocalDate after) {
        assertThat(BusinessDays.after(date, n)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05, 2026-01-05",
        "2026-01-04, 2026-01-02",
        "2026-01-01, 2025-12-31",
        "2026-04-05, 2026-04-02",
    })
    void the_last_business_day_is_found_backwards(LocalDate date, LocalDate last) {
        assertThat(BusinessDays.atOrBefore(date)).isEqualTo(last);
    }

    @Test
    void easter_is_where_the_church_has_it() {
        List<String> known =
                List.of("1961-04-02", "1999-04-04", "2000-04-23", "2008-03-23", "2011-04-24", "2038-04-25");
        assertThat(known.stream().map(LocalDate::parse).map(LocalDate::getYear))
                .extracting(year -> ExchangeHolidays.easter(year).toString())
                .isEqualTo(known);
        assertThat(IntStream.rangeClosed(1950, 2100).mapToObj(ExchangeHolidays::easter))
                .allMatch(day -> day.getDayOfWeek().getValue() == 7);
    }
}
