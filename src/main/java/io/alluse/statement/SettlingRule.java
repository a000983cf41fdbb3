package io.alluse.statement;

import io.alluse.activity.Activity;
import io.alluse.ledger.Announcement.Direction;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/** Which open announcement a line settles: the oldest that it equals and comes in time for (docs/rules.md 4.2). */
final class SettlingRule {

    private SettlingRule() {}

    static Optional<OpenAnnouncement> settled(Activity line, Collection<OpenAnnouncement> open, int announceDays) {
        return switch (line.action()) {
            case DEPOSIT, WITHDRAWAL, JOURNAL, TRANSFER ->
                open.stream()
                        .filter(announced -> isEqual(line, announced))
                        .filter(announced -> isInTime(line.effective(), announced.dated(), announceDays))
                        .min(Comparator.comparing(OpenAnnouncement::dated)
                                .thenComparing(OpenAnnouncement::account)
                                .thenComparing(OpenAnnouncement::event)
                                .thenComparing(OpenAnnouncement::seq));
            case BUY,
                    SELL,
                    ASSIGNED,
                    EXERCISED,
                    EXPIRED,
                    CASH_SETTLED,
                    DIVIDEND,
                    WITHHOLDING,
                    INTEREST,
                    FEE,
                    SPLIT,
                    SYMBOL_CHANGE,
                    MERGER,
                    SPIN_OFF,
                    CASH_IN_LIEU,
                    RETURN_OF_CAPITAL -> Optional.empty();
        };
    }

    private static boolean isEqual(Activity line, OpenAnnouncement announced) {
        BigDecimal sign = announced.direction() == Direction.IN ? BigDecimal.ONE : BigDecimal.ONE.negate();
        if (line.instrument() == null) {
            return announced.amount() != null
                    && line.amount().amount().compareTo(announced.amount().multiply(sign)) == 0;
        }
        return line.instrument().canonical().equals(announced.instrument())
                && line.quantity()
                                .compareTo(Objects.requireNonNull(announced.quantity())
                                        .multiply(sign))
                        == 0;
    }

    private static boolean isInTime(LocalDate day, LocalDate dated, int announceDays) {
        return !day.isBefore(dated) && !day.isAfter(weekdaysAfter(dated, announceDays));
    }

    private static LocalDate weekdaysAfter(LocalDate day, int count) {
        LocalDate after = day;
        for (int left = count; left > 0; left -= isWeekend(after) ? 0 : 1) {
            after = after.plusDays(1);
        }
        return after;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
