package io.alluse.calendar;

import static java.util.function.Predicate.not;

import io.alluse.yaml.Document;
import io.alluse.yaml.Key;
import io.alluse.yaml.KeyReader;
import io.alluse.yaml.Problem;
import io.alluse.yaml.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** From a file to a calendar or to everything that is wrong with it. */
final class CalendarReader {

    private final Document document;
    private final Values values;
    private final List<Problem> problems;

    /** The calendar, or at least one problem. */
    record Read(Optional<TradingCalendar> calendar, List<Problem> problems) {}

    private CalendarReader(Document document, KeyReader keys) {
        this.document = document;
        this.values = keys.values();
        this.problems = new ArrayList<>(document.problems());
        problems.addAll(keys.problems());
    }

    static Read read(Document document, String name) {
        if (!document.readable()) {
            return new Read(Optional.empty(), document.problems());
        }
        CalendarReader reader = new CalendarReader(document, CalendarKeys.SCHEMA.read(document));
        if (reader.problems.isEmpty()) {
            reader.check(name);
        }
        return reader.problems.isEmpty()
                ? new Read(Optional.of(reader.calendar()), List.of())
                : new Read(Optional.empty(), Problem.sorted(reader.problems));
    }

    private void check(String name) {
        if (!values.get(CalendarKeys.NAME).equals(name)) {
            problem(CalendarKeys.NAME, "must be " + name + " as the file is called");
        }
        if (!values.get(CalendarKeys.EARLY_CLOSE).isBefore(values.get(CalendarKeys.CLOSE))) {
            problem(CalendarKeys.EARLY_CLOSE, "must be before `close`");
        }
        TradingCalendar plain = calendar(new SpecialDays(Map.of(), Map.of(), Map.of()));
        all(CalendarKeys.CLOSURES, plain::isOpen, "is closed anyway");
        TradingCalendar closed = calendar(new SpecialDays(values.get(CalendarKeys.CLOSURES), Map.of(), Map.of()));
        all(CalendarKeys.EARLY_CLOSES, closed::isOpen, "is closed");
        all(CalendarKeys.EARLY_CLOSES, not(plain::closesEarly), "ends early anyway");
        all(CalendarKeys.FULL_DAYS, closed::closesEarly, "does not end early anyway");
    }

    private void all(Key<Map<LocalDate, String>> key, Predicate<LocalDate> legal, String reason) {
        values.get(key).keySet().stream()
                .sorted()
                .filter(not(legal))
                .forEach(date -> problem(key, date + " " + reason));
    }

    private void problem(Key<?> key, String reason) {
        problems.add(document.entry(key.path()).problem(key.path(), reason));
    }

    private TradingCalendar calendar() {
        return calendar(new SpecialDays(
                values.get(CalendarKeys.CLOSURES),
                values.get(CalendarKeys.EARLY_CLOSES),
                values.get(CalendarKeys.FULL_DAYS)));
    }

    private TradingCalendar calendar(SpecialDays special) {
        return new TradingCalendar(
                values.get(CalendarKeys.NAME),
                values.get(CalendarKeys.DESCRIPTION),
                new TradingCalendar.Hours(
                        values.get(CalendarKeys.ZONE),
                        values.get(CalendarKeys.CLOSE),
                        values.get(CalendarKeys.EARLY_CLOSE)),
                values.get(CalendarKeys.RULES),
                special);
    }
}
