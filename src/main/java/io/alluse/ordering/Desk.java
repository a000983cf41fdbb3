package io.alluse.ordering;

import io.alluse.money.Money;
import io.alluse.policy.Policy;
import io.alluse.policy.TierPolicy;
import io.alluse.sizing.Market;
import io.alluse.sizing.Quote;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;

/** What the orders of one account are made of: its policy, its prices, the room it has, and the draft they go into. */
record Desk(Policy policy, TierPolicy tier, Market market, Rooms rooms, Draft draft) {

    List<String> symbols() {
        return tier.symbols();
    }

    Quote quote(String symbol) {
        return market.quote(symbol, policy.maxPriceAgeDays());
    }

    /** Every symbol of the policy has the same part, whether anything can be bought with it or not. */
    List<Money> parts(Money budget) {
        return budget.split(Collections.nCopies(symbols().size(), BigDecimal.ONE));
    }

    /** Why a symbol takes no more of what is left, where a unit costs so much. */
    Why why(String symbol, Money left, Money unitCost) {
        if (!rooms.hasPlaceFor(symbol)) {
            return new Why(symbol, Why.Reason.MAX_POSITIONS);
        }
        boolean fits = left.compareTo(unitCost) >= 0;
        return new Why(symbol, fits ? Why.Reason.LIMIT : Why.Reason.BELOW_ONE_UNIT);
    }
}
