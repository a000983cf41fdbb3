package io.alluse.yaml;

import io.alluse.text.Durations;
import io.alluse.text.Nearest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The types made of time: zones, times of day, durations and dated reasons. */
public final class Times {

    private static final String DATED = "[0-9]{4}-[0-9]{2}-[0-9]{2} .{1,100}";
    private static final int DATE_LENGTH = "2026-01-05".length();

    public static final Type<ZoneId> ZONE =
            new Type<>("a time zone such as America/New_York", entry -> zone(entry.word()), ZoneId::getId);
    public static final Type<LocalTime> TIME = new Type<>(
            "a time of day such as 16:00",
            entry -> LocalTime.parse(Texts.matching("([01][0-9]|2[0-3]):[0-5][0-9]", entry.plain())),
            LocalTime::toString);
    public static final Type<Duration> DURATION =
            new Type<>("a time such as 90s, 15m or 2h", entry -> Durations.parse(entry.plain()), Times::written);
    public static final Type<Map<LocalDate, String>> DATED_REASONS = dated();

    private Times() {}

    private static ZoneId zone(String id) {
        if (!ZoneId.getAvailableZoneIds().contains(id)) {
            throw new IllegalArgumentException(Nearest.unknown("time zone", id, ZoneId.getAvailableZoneIds()));
        }
        return ZoneId.of(id);
    }

    /** In one unit, the largest in which it comes out even. */
    private static String written(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    private static Type<Map<LocalDate, String>> dated() {
        Type<List<Map.Entry<LocalDate, String>>> list = Texts.list(
                "a list, also an empty one, of dates with a reason, such as [2012-10-29 hurricane]",
                Times::dated,
                dated -> dated.getKey() + " " + dated.getValue(),
                0);
        return new Type<>(
                list.legal(),
                entry -> byDate(list.reader().apply(entry)),
                map -> list.write(map.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .toList()));
    }

    private static Map<LocalDate, String> byDate(List<Map.Entry<LocalDate, String>> dated) {
        return dated.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> {
            throw new IllegalArgumentException("names a date twice: " + one + ", " + other);
        }));
    }

    private static Map.Entry<LocalDate, String> dated(String text) {
        Texts.matching(DATED, text);
        try {
            return Map.entry(
                    LocalDate.parse(text.substring(0, DATE_LENGTH)),
                    text.substring(DATE_LENGTH).strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("is no date: " + text.substring(0, DATE_LENGTH), e);
        }
    }
}
