package io.alluse.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** On which days an exchange trades and when it closes, with the reason where a day differs. */
public final class TradingCalendar {

    private final String name;
    private final String description;
    private final Hours hours;
    private final CalendarRules rules;
    private final SpecialDays special;
    private final Map<Integer, Year> years = new ConcurrentHashMap<>();

    /** When trading ends, on most days and on those that end early. */
    record Hours(ZoneId zone, LocalTime close, LocalTime earlyClose) {}

    /** What differs in a year from a plain week: weekdays that are closed and days that end early, with the reason. */
    private record Year(Map<LocalDate, String> closed, Map<LocalDate, String> early) {}

    TradingCalendar(String name, String description, Hours hours, CalendarRules rules, SpecialDays special) {
        this.name = name;
        this.description = description;
        this.hours = hours;
        this.rules = rules;
        this.special = special;
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    public ZoneId zone() {
        return hours.zone();
    }

    public boolean isOpen(LocalDate date) {
        return !isWeekend(date) && !year(date).closed().containsKey(date);
    }

    public boolean closesEarly(LocalDate date) {
        return year(date).early().containsKey(date);
    }

    /** When a day ends that is not cut short. */
    public LocalTime close() {
        return hours.close();
    }

    public LocalTime earlyClose() {
        return hours.earlyClose();
    }

    /** Why a weekday is closed, such as {@code Good Friday}; empty for weekends and where it is open. */
    public Optional<String> closedFor(LocalDate date) {
        return Optional.ofNullable(year(date).closed().get(date));
    }

    /** Why a day ends early, such as {@code the day after Thanksgiving}. */
    public Optional<String> earlyFor(LocalDate date) {
        return Optional.ofNullable(year(date).early().get(date));
    }

    /** The first trading day after a date. */
    public LocalDate next(LocalDate date) {
        LocalDate day = date.plusDays(1);
        while (!isOpen(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The last trading day before a date. */
    public LocalDate previous(LocalDate date) {
        return atOrBefore(date.minusDays(1));
    }

    /** The date itself, or the last trading day before it. */
    public LocalDate atOrBefore(LocalDate date) {
        LocalDate day = date;
        while (!isOpen(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** When a day ends, or would end if it were not cut short. */
    public ZonedDateTime regularClose(LocalDate date) {
        return date.atTime(close()).atZone(zone());
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private Year year(LocalDate date) {
        return years.computeIfAbsent(date.getYear(), this::workedOut);
    }

    private Year workedOut(int year) {
        Map<LocalDate, String> closed = new TreeMap<>(rules.holidays(year));
        closed.putAll(special.closures());
        Map<LocalDate, String> early = new TreeMap<>(rules.earlyCloses(year));
        early.keySet().removeAll(special.fullDays().keySet());
        early.putAll(special.earlyCloses());
        early.keySet().removeAll(closed.keySet());
        early.keySet().removeIf(TradingCalendar::isWeekend);
        return new Year(closed, early);
    }
}
