package io.alluse.ledger;

import io.alluse.money.Money;
import java.util.List;
import java.util.Map;

/**
 * An account as it stood after one of its events, and what it had earned by then, ascending by year; what its short puts bound then, the
 * chain does not tell.
 */
public record PastAccount(AccountHead head, List<YearResult> years, Map<Period, Money> lateGains) {

    public PastAccount {
        years = List.copyOf(years);
        lateGains = Map.copyOf(lateGains);
    }

    /** What has been earned since the mark of the period although it is dated at or before it. */
    public Money lateGain(Period period) {
        return lateGains.getOrDefault(period, Money.ZERO);
    }
}
