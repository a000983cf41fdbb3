package io.alluse.calendar;

import java.time.LocalDate;
import java.util.Map;

/** What no rule gives: days that were closed, that ended early, and that did not although a rule says so; each with its reason. */
record SpecialDays(
        Map<LocalDate, String> closures, Map<LocalDate, String> earlyCloses, Map<LocalDate, String> fullDays) {

    SpecialDays {
        closures = Map.copyOf(closures);
        earlyCloses = Map.copyOf(earlyCloses);
        fullDays = Map.copyOf(fullDays);
    }
}
