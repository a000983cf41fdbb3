package io.alluse.allocation;

import io.alluse.account.AccountState;
import io.alluse.ledger.Mark;
import io.alluse.tax.TaxDecision;
import java.time.LocalDate;

/** What the end of a period means for one account. */
sealed interface PeriodDecision {

    /** The period is closed; the mark moves, whether anything is allocated or not. */
    record Close(TaxDecision tax, Result result, Allocated allocated) implements PeriodDecision {}

    /** Its policy allocates nothing in periods like this one: what is earned stays in cash. */
    record NotInPolicy() implements PeriodDecision {}

    /** The period of this date has been closed before. */
    record Closed(LocalDate markedOn) implements PeriodDecision {

        Closed(Mark mark) {
            this(mark.date());
        }
    }

    /** Not in a state in which rules act on it. */
    record NotEligible(AccountState state) implements PeriodDecision {}
}
