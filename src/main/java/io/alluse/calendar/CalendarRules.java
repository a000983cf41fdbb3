package io.alluse.calendar;

import java.time.LocalDate;
import java.util.Map;

/** What closes the weekdays of a calendar, and cuts them short, year after year. */
enum CalendarRules {
    NYSE("nyse") {
        @Override
        Map<LocalDate, String> holidays(int year) {
            return ExchangeHolidays.of(year);
        }

        @Override
        Map<LocalDate, String> earlyCloses(int year) {
            return ExchangeHolidays.eves(year);
        }
    },
    WEEKDAYS("weekdays") {
        @Override
        Map<LocalDate, String> holidays(int year) {
            return Map.of();
        }

        @Override
        Map<LocalDate, String> earlyCloses(int year) {
            return Map.of();
        }
    };

    private final String word;

    CalendarRules(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** Weekdays that are closed, with the name of the holiday. */
    abstract Map<LocalDate, String> holidays(int year);

    /** Days that end early if they are trading days at all, with the reason. */
    abstract Map<LocalDate, String> earlyCloses(int year);
}
