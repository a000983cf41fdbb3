package io.alluse.tax;

import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Movement;
import io.alluse.ledger.Posting;
import io.alluse.money.Money;
import io.alluse.policy.Policy;
import io.alluse.tax.TaxDecision.Settle;
import io.alluse.text.Json;
import java.util.List;

/** The way in to the rule {@code tax-and-buffer}: decide, then post or tell. */
public final class TaxAndBuffer {

    public static final String RULE = "tax-and-buffer";

    private TaxAndBuffer() {}

    /** Years ascending, each with the rates in force at its end; an account that is settled needs none. */
    public static TaxDecision decide(AccountHead head, Policy policy, List<TaxYear> years, BusinessDay date) {
        return TaxAndBufferRule.decide(head, policy, years, date);
    }

    /** The event that carries out what was decided on this head under this policy. */
    public static Posting posting(Settle settle, AccountHead head, Policy policy, BusinessDay date) {
        return new Posting(
                head.chain(),
                RULE,
                date.toString(),
                date,
                date.date(),
                settle.kind(),
                policy.hash(),
                Money.ZERO,
                movements(settle, date),
                List.of(),
                null,
                detail(settle));
    }

    public static List<Movement> movements(Settle settle, BusinessDay date) {
        return TaxPostings.movements(settle, date);
    }

    /** The arithmetic, compact, as it is kept with the event. */
    public static Json detail(Settle settle) {
        return TaxPostings.detail(settle);
    }

    /** The arithmetic, line by line, as a person would write it down. */
    public static List<String> lines(Settle settle) {
        return TaxText.lines(settle);
    }
}
