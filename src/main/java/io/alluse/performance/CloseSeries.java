package io.alluse.performance;

import io.alluse.calendar.BusinessDays;
import io.alluse.money.Percent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The daily closes of an account up to a date, ascending. What is over a year is over the last 252 of them. Figures are in percent. */
public record CloseSeries(List<Close> closes) {

    public static final CloseSeries NONE = new CloseSeries(List.of());
    static final int YEAR = 252;
    private static final int DECIMALS = 4;

    public CloseSeries {
        closes = List.copyOf(closes);
    }

    /**
     * The end of a day.
     *
     * @param dayReturn a fraction, time-weighted: what came in or left does not count
     * @param unboundCash a fraction of the net worth
     */
    public record Close(LocalDate date, BigDecimal dayReturn, BigDecimal unboundCash) {}

    /** How many of the last weeks that are over earned something, of how many that have a close. */
    public record Weeks(int positive, int all) {}

    public int days() {
        return closes.size();
    }

    /** Whether the last close is at most so many calendar days old. */
    public boolean reaches(LocalDate date, int maxAge) {
        return !closes.isEmpty() && !closes.getLast().date().isBefore(date.minusDays(maxAge));
    }

    /** The steady return of a year that comes to the same. */
    public BigDecimal annualized() {
        return closes.isEmpty() ? BigDecimal.ZERO : percent(Statistics.annualized(lastReturns(YEAR), YEAR));
    }

    public BigDecimal volatility() {
        return volatility(YEAR);
    }

    /** Annualized, of the last so many days. */
    public BigDecimal volatility(int days) {
        return percent(Statistics.volatility(lastReturns(days), YEAR));
    }

    /** The greatest fall from a peak, positive. */
    public BigDecimal drawdown() {
        return percent(Statistics.drawdown(lastReturns(YEAR)));
    }

    /** A week is over with its last business day. */
    public Weeks weeks(int most, LocalDate date) {
        TreeMap<LocalDate, List<BigDecimal>> weeks = new TreeMap<>();
        LocalDate end = BusinessDays.atOrBefore(date);
        LocalDate last = friday(BusinessDays.endOfWeek(end).equals(end) ? end : end.minusWeeks(1));
        for (Close close : closes) {
            LocalDate week = friday(close.date());
            if (!week.isAfter(last) && week.isAfter(last.minusWeeks(most))) {
                weeks.computeIfAbsent(week, _ -> new ArrayList<>()).add(close.dayReturn());
            }
        }
        long positive = weeks.values().stream()
                .filter(returns -> Statistics.growth(returns).compareTo(BigDecimal.ONE) > 0)
                .count();
        return new Weeks((int) positive, weeks.size());
    }

    private static LocalDate friday(LocalDate date) {
        return date.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
    }

    /** For how many closes running, up to the last one, so much of the net worth was cash that nothing binds. */
    public int idleDays(Percent share) {
        BigDecimal least = share.value().movePointLeft(2);
        int days = 0;
        for (int i = closes.size() - 1; i >= 0 && closes.get(i).unboundCash().compareTo(least) >= 0; i--) {
            days++;
        }
        return days;
    }

    private List<BigDecimal> lastReturns(int most) {
        return closes.subList(Math.max(0, closes.size() - most), closes.size()).stream()
                .map(Close::dayReturn)
                .toList();
    }

    static BigDecimal percent(BigDecimal fraction) {
        return fraction.movePointRight(2).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
