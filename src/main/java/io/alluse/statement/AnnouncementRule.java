package io.alluse.statement;

import io.alluse.activity.Activity;
import io.alluse.calendar.BusinessDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which announcements of a brokerage account a line of its statement settles (docs/rules.md 4.2): the oldest that is equal, and no
 * more than that one.
 *
 * <p>The opening capital of accounts that share a brokerage account is announced by each of them and arrives as one sum, so there a
 * line or a starting balance equal to the sum of them all settles them all.
 */
final class AnnouncementRule {

    private AnnouncementRule() {}

    /** The last day on which a line settles what is announced on this day. */
    static LocalDate until(LocalDate dated, int announceDays) {
        return BusinessDays.after(dated, announceDays);
    }

    /** Empty where the line is a deposit, a withdrawal or a transfer in its own right, or none of these at all. */
    static List<OpenAnnouncement> settledBy(Activity line, Collection<OpenAnnouncement> open, int announceDays) {
        if (open.isEmpty() || !moves(line)) {
            return List.of();
        }
        Predicate<OpenAnnouncement> inTime = announced -> isInTime(line.effective(), announced.dated(), announceDays);
        Optional<OpenAnnouncement> oldest = open.stream()
                .filter(announced -> isEqual(line, announced))
                .filter(inTime)
                .min(OpenAnnouncement.OLDEST_FIRST);
        if (oldest.isPresent()) {
            return List.of(oldest.get());
        }
        List<OpenAnnouncement> capital = openingCapital(open);
        return isCash(line)
                        && capital.stream().allMatch(inTime)
                        && isSum(line.amount().amount(), capital)
                ? capital
                : List.of();
    }

    /** Whenever it arrived: money that is there may have been there before it was announced, and before the first statement. */
    static List<OpenAnnouncement> settledBy(StartingBalance balance, Collection<OpenAnnouncement> open) {
        List<OpenAnnouncement> capital = openingCapital(open);
        return isSum(balance.cash().amount(), capital) ? capital : List.of();
    }

    private static boolean moves(Activity line) {
        return switch (line.action()) {
            case DEPOSIT, WITHDRAWAL, JOURNAL, TRANSFER -> true;
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
                    RETURN_OF_CAPITAL -> false;
        };
    }

    private static boolean isCash(Activity line) {
        return line.quantity().signum() == 0;
    }

    private static boolean isEqual(Activity line, OpenAnnouncement announced) {
        if (isCash(line) != announced.isCash()) {
            return false;
        }
        return announced.isCash()
                ? line.amount().amount().compareTo(announced.signed()) == 0
                : line.instrument() != null
                        && line.instrument().canonical().equals(announced.instrument())
                        && line.quantity().compareTo(announced.signed()) == 0;
    }

    private static boolean isInTime(LocalDate day, LocalDate dated, int announceDays) {
        return !day.isBefore(dated) && !day.isAfter(until(dated, announceDays));
    }

    private static List<OpenAnnouncement> openingCapital(Collection<OpenAnnouncement> open) {
        return open.stream()
                .filter(OpenAnnouncement::isOpeningCapital)
                .filter(OpenAnnouncement::isCash)
                .sorted(OpenAnnouncement.OLDEST_FIRST)
                .toList();
    }

    private static boolean isSum(BigDecimal amount, List<OpenAnnouncement> capital) {
        BigDecimal sum = capital.stream().map(OpenAnnouncement::signed).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.signum() != 0 && amount.compareTo(sum) == 0;
    }
}
