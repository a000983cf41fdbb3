package io.alluse.holding;

import io.alluse.activity.Action;
import io.alluse.activity.Activity;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which the lines of one account are taken: by effective date; within a day by time where every line has one, else what opens
 * before what closes (docs/rules.md 9). An option that was assigned or exercised comes right before the trade in its shares.
 */
public final class DayOrder {

    private static final int CORPORATE = 0;
    private static final int ARRIVES = 1;
    private static final int OPENS = 2;
    private static final int BUYING_LEG = 3;
    private static final int CLOSES = 4;
    private static final int SELLING_LEG = 5;
    private static final int ENDS = 6;
    private static final int LEAVES = 7;

    private static final Comparator<Line> BY_DATE =
            Comparator.comparing(line -> line.activity().effective());

    /** A line of a day and where in the day it belongs; removals and legs of one delivery share all but the last. */
    private record Placed(Line line, LocalTime time, int rank, int delivery, int part) {}

    private static final Comparator<Placed> BY_PLACE = Comparator.comparing(Placed::time)
            .thenComparingInt(Placed::rank)
            .thenComparingInt(Placed::delivery)
            .thenComparingInt(Placed::part);

    private DayOrder() {}

    /**
     * Lines of one account, as the file tells them, oldest or newest first; of the same place, the older comes first. Legs and removals that
     * belong together come back marked as such; {@link Holdings} refuses those that have remained alone.
     */
    public static List<Line> of(List<Line> lines) {
        List<Line> sorted = new ArrayList<>(isNewestFirst(lines) ? lines.reversed() : lines);
        sorted.sort(BY_DATE);
        List<Line> ordered = new ArrayList<>(sorted.size());
        for (int from = 0, to = 0; from < sorted.size(); from = to) {
            LocalDate date = sorted.get(from).activity().effective();
            while (to < sorted.size() && sorted.get(to).activity().effective().equals(date)) {
                to++;
            }
            addDay(sorted.subList(from, to), ordered);
        }
        return ordered;
    }

    private static boolean isNewestFirst(List<Line> lines) {
        return !lines.isEmpty()
                && lines.getFirst()
                        .activity()
                        .posted()
                        .isAfter(lines.getLast().activity().posted());
    }

    private static void addDay(List<Line> day, List<Line> ordered) {
        if (day.size() == 1) {
            ordered.add(DayDeliveries.alone(day.getFirst()));
            return;
        }
        boolean timed = isTimed(day);
        DayDeliveries deliveries = DayDeliveries.of(day);
        List<Placed> placed = new ArrayList<>(day.size());
        for (Line line : day) {
            placed.add(placed(line, timed, deliveries));
        }
        placed.sort(BY_PLACE);
        for (Placed one : placed) {
            ordered.add(one.line());
        }
    }

    /** Of dividends and the like brokers tell the day only, and their place in it makes no difference. */
    private static boolean isTimed(List<Line> day) {
        for (Line line : day) {
            if (line.activity().time() == null && isTrade(line.activity())) {
                return false;
            }
        }
        return true;
    }

    private static Placed placed(Line line, boolean timed, DayDeliveries deliveries) {
        DayDeliveries.Delivery delivery = deliveries.of(line);
        if (delivery == null) {
            int rank = rank(line.activity());
            return new Placed(DayDeliveries.alone(line), time(line.activity(), rank, timed), rank, 0, 0);
        }
        int rank = delivery.key().buys() ? BUYING_LEG : SELLING_LEG;
        LocalTime time = time(delivery.firstLeg(), rank, timed);
        return new Placed(delivery.marked(line), time, rank, delivery.no(), isTrade(line.activity()) ? 1 : 0);
    }

    private static LocalTime time(Activity activity, int rank, boolean timed) {
        LocalTime time = activity.time();
        if (timed && time == null) {
            return rank < ENDS ? LocalTime.MIN : LocalTime.MAX;
        }
        return timed && time != null ? time : LocalTime.MIN;
    }

    private static boolean isTrade(Activity activity) {
        return activity.action() == Action.BUY || activity.action() == Action.SELL;
    }

    /** Where the broker does not say what a trade does, a purchase opens and a sale closes. */
    private static int rank(Activity activity) {
        return switch (activity.action()) {
            case SPLIT, SYMBOL_CHANGE, MERGER, SPIN_OFF -> CORPORATE;
            case DIVIDEND, WITHHOLDING, INTEREST, FEE, RETURN_OF_CAPITAL, CASH_IN_LIEU -> ARRIVES;
            case DEPOSIT, WITHDRAWAL, JOURNAL -> activity.amount().signum() < 0 ? LEAVES : ARRIVES;
            case TRANSFER -> activity.quantity().signum() < 0 ? LEAVES : ARRIVES;
            case BUY ->
                switch (activity.effect()) {
                    case OPENS, UNSAID -> OPENS;
                    case CLOSES -> CLOSES;
                    case OF_ASSIGNMENT, OF_EXERCISE -> BUYING_LEG;
                };
            case SELL ->
                switch (activity.effect()) {
                    case OPENS -> OPENS;
                    case CLOSES, UNSAID -> CLOSES;
                    case OF_ASSIGNMENT, OF_EXERCISE -> SELLING_LEG;
                };
            case ASSIGNED, EXERCISED, EXPIRED, CASH_SETTLED -> ENDS;
        };
    }
}
