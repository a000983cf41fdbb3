package io.alluse.consolidation;

import io.alluse.calendar.BusinessDays;
import java.time.LocalDate;
import java.util.Optional;

/** When accounts are assessed: on the last business day of each week (docs/rules.md 7.5). */
final class AssessmentDates {

    private AssessmentDates() {}

    static Optional<String> refusal(LocalDate date) {
        LocalDate end = BusinessDays.endOfWeek(date);
        return date.equals(end)
                ? Optional.empty()
                : Optional.of("is not the last business day of its week; give --date " + end);
    }

    /** The one of the week after. */
    static LocalDate next(LocalDate date) {
        return BusinessDays.endOfWeek(date.plusWeeks(1));
    }
}
