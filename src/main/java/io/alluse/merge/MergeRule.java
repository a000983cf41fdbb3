package io.alluse.merge;

import io.alluse.merge.MergeDecision.Due;
import io.alluse.merge.MergeDecision.NotDue;
import io.alluse.money.Money;
import io.alluse.policy.MergePolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * When a fork family is due (docs/rules.md 7.1): at its threshold; one that was opened there or above only at a multiple of what it
 * received, or at an age.
 */
final class MergeRule {

    private MergeRule() {}

    /** What the rule reads of a family: the net worth of its open accounts, what they all received, and when. */
    record Worth(Money netWorth, Money received, LocalDate founded) {}

    static MergeDecision decide(Worth family, MergePolicy policy, LocalDate date) {
        if (family.received().compareTo(policy.familyThreshold()) >= 0) {
            return openedAbove(family, policy, date);
        }
        return family.netWorth().compareTo(policy.familyThreshold()) >= 0
                ? new Due(
                        family.netWorth(),
                        "worth at least " + policy.familyThreshold().readable())
                : new NotDue("its family is below the threshold");
    }

    private static MergeDecision openedAbove(Worth family, MergePolicy policy, LocalDate date) {
        if (policy.multiple().isPresent() && reaches(family, policy.multiple().get())) {
            return new Due(
                    family.netWorth(),
                    "worth " + policy.multiple().get().toPlainString() + " times the "
                            + family.received().readable() + " it received");
        }
        if (isOfAge(family, policy.years(), date)) {
            return new Due(
                    family.netWorth(),
                    "founded on " + family.founded() + ", " + policy.years().getAsInt() + " years ago");
        }
        return new NotDue("its family was opened at the threshold");
    }

    private static boolean reaches(Worth family, BigDecimal multiple) {
        BigDecimal needed = family.received().amount().multiply(multiple);
        return family.netWorth().amount().compareTo(needed) >= 0;
    }

    /** On the same date of the calendar; 29 February has its anniversary on the 28th. */
    private static boolean isOfAge(Worth family, OptionalInt years, LocalDate date) {
        return years.isPresent() && !date.isBefore(family.founded().plusYears(years.getAsInt()));
    }
}
