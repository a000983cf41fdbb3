package io.alluse.schedule;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One time of day and the days on which it counts, as crontab writes them: minute, hour, day of month, month, weekday.
 *
 * <p>Minute and hour are one number each: a business date falls due once.
 */
public record Cron(LocalTime time, Set<Integer> days, Set<Integer> months, Set<Integer> weekdays, String text) {

    private static final String ANY = "*";
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final List<String> WEEKDAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final List<String> MONTHS =
            List.of("", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final int SUNDAY = 7;
    /** A leap year, for the days that there are. */
    private static final int LEAP_YEAR = 2000;

    /** Reads {@code 30 18 * * *}, or says what is wrong with it. */
    public static Cron parse(String text) {
        String[] fields = SPACE.split(text.strip().toUpperCase(Locale.ROOT));
        if (fields.length != 5) {
            throw new IllegalArgumentException(
                    "must be five fields such as 30 18 * * *: minute, hour, day of month, month, weekday");
        }
        if (!fields[2].equals(ANY) && !fields[4].equals(ANY)) {
            throw new IllegalArgumentException("must leave the day of month or the weekday to *");
        }
        LocalTime time = LocalTime.of(one("hour", fields[1], 23), one("minute", fields[0], 59));
        Cron cron = new Cron(
                time,
                CronField.parse("day of month", fields[2], 1, 31, List.of()),
                CronField.parse("month", fields[3], 1, 12, MONTHS),
                sundays(CronField.parse("weekday", fields[4], 0, SUNDAY, WEEKDAYS)),
                String.join(" ", fields));
        if (!cron.everComes()) {
            throw new IllegalArgumentException("never comes: there is no such day");
        }
        return cron;
    }

    /** Whether the time counts on a day. */
    boolean on(LocalDate day) {
        return months.contains(day.getMonthValue())
                && days.contains(day.getDayOfMonth())
                && weekdays.contains(day.getDayOfWeek().getValue());
    }

    @Override
    public String toString() {
        return text;
    }

    private boolean everComes() {
        return LocalDate.of(LEAP_YEAR, 1, 1)
                .datesUntil(LocalDate.of(LEAP_YEAR + 1, 1, 1))
                .anyMatch(day -> months.contains(day.getMonthValue()) && days.contains(day.getDayOfMonth()));
    }

    private static int one(String field, String text, int most) {
        if (!text.matches("[0-9]{1,2}") || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(
                    "must have one number from 0 to " + most + " as its " + field + ": a date falls due once");
        }
        return Integer.parseInt(text);
    }

    /** Crontab counts Sunday as 0 and as 7. */
    private static Set<Integer> sundays(Set<Integer> weekdays) {
        Set<Integer> iso = new TreeSet<>(weekdays);
        if (iso.remove(0)) {
            iso.add(SUNDAY);
        }
        return iso;
    }
}
