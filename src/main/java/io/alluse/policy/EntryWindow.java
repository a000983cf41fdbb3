package io.alluse.policy;

import java.time.DayOfWeek;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The weekdays on which positions are opened, in the order of the week. */
public record EntryWindow(List<DayOfWeek> days) {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    public EntryWindow {
        days = days.stream().sorted().distinct().toList();
        if (days.isEmpty() || days.stream().anyMatch(WEEKEND::contains)) {
            throw new IllegalArgumentException("an entry window needs one weekday or more, from MON to FRI");
        }
    }

    public static EntryWindow of(Collection<DayOfWeek> days) {
        return new EntryWindow(List.copyOf(days));
    }

    public boolean contains(DayOfWeek day) {
        return days.contains(day);
    }

    /** {@code MON TUE WED}. */
    @Override
    public String toString() {
        return String.join(" ", days.stream().map(EntryWindow::word).toList());
    }

    static String word(DayOfWeek day) {
        return day.name().substring(0, 3);
    }
}
