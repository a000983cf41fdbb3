package io.alluse.bench;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * What services have left behind after a stretch of the calendar.
 *
 * @param chains the last event of every account and its hash, by code
 * @param dates what was due, and how it stands
 * @param runs what was run, in the order in which it was begun
 * @param takenUpAgain dates that were begun more than once
 */
public record LivedCalendar(
        Map<String, String> chains, List<String> dates, List<String> runs, long takenUpAgain, long forks) {

    public LivedCalendar {
        chains = Map.copyOf(chains);
        dates = List.copyOf(dates);
        runs = List.copyOf(runs);
    }

    public static LivedCalendar of(DataSource administrator) {
        CalendarStore store = new CalendarStore(administrator);
        return new LivedCalendar(store.chains(), store.dates(), store.runs(), store.takenUpAgain(), store.forks());
    }

    /** Whether a service is at something just now. */
    public static boolean isRunning(DataSource administrator) {
        return new CalendarStore(administrator).isRunning();
    }

    public boolean isOver() {
        return dates.stream().allMatch(date -> date.endsWith(" DONE"));
    }
}
