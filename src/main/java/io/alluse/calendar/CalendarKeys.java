package io.alluse.calendar;

import io.alluse.yaml.Key;
import io.alluse.yaml.Schema;
import io.alluse.yaml.Texts;
import io.alluse.yaml.Times;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;

/** Every key of a calendar file; docs/schedules.md explains each. */
final class CalendarKeys {

    static final Schema SCHEMA = new Schema();

    static final Key<String> NAME =
            SCHEMA.key("name", Texts.NAME, "what the calendar is called; its file is calendars/NAME.yaml");
    static final Key<String> DESCRIPTION = SCHEMA.key("description", Texts.TEXT, "for people");
    static final Key<ZoneId> ZONE = SCHEMA.key("zone", Times.ZONE, "where the exchange is");
    static final Key<CalendarRules> RULES = SCHEMA.key(
            "rules",
            Texts.choice(CalendarRules.values(), CalendarRules::word),
            "the holidays and early closes of every year: those of the New York Stock Exchange, or none");
    static final Key<LocalTime> CLOSE = SCHEMA.key("close", Times.TIME, "when trading ends, in that zone");
    static final Key<LocalTime> EARLY_CLOSE =
            SCHEMA.key("earlyClose", Times.TIME, "when it ends on a day that ends early");
    static final Key<Map<LocalDate, String>> CLOSURES =
            SCHEMA.key("closures", Times.DATED_REASONS, "days that are closed although no rule says so");
    static final Key<Map<LocalDate, String>> EARLY_CLOSES =
            SCHEMA.key("earlyCloses", Times.DATED_REASONS, "days that end early although no rule says so");
    static final Key<Map<LocalDate, String>> FULL_DAYS =
            SCHEMA.key("fullDays", Times.DATED_REASONS, "days that do not end early although a rule says so");

    private CalendarKeys() {}
}
