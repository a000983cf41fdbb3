package io.alluse.capitalization;

import io.alluse.fault.Fault;
import io.alluse.money.Money;
import io.alluse.policy.CapitalPolicy;
import java.util.ArrayList;
import java.util.List;

/** Spreads a total over main accounts of one size (docs/rules.md 3.10). */
public final class CapitalPlan {

    private static final int MOST_MAINS = 1_000_000;

    private CapitalPlan() {}

    /** Whole units, and one smaller main account for the rest, which must not be below the policy's minimum. */
    public static List<Money> spread(Money total, Money unit, CapitalPolicy limits) {
        if (!total.isPositive() || !unit.isPositive()) {
            throw Fault.usage("total and unit must be positive, were " + total + " and " + unit);
        }
        if (unit.compareTo(limits.cap()) > 0) {
            throw Fault.usage("unit " + unit + " is above the policy's cap of " + limits.cap() + " per main account");
        }
        long units = total.amount().divideToIntegralValue(unit.amount()).longValueExact();
        if (units > MOST_MAINS) {
            throw Fault.usage("a plan has at most " + MOST_MAINS + " main accounts, this one would have " + units
                    + "; choose a larger --unit");
        }
        List<Money> capitals = new ArrayList<>();
        for (long i = 0; i < units; i++) {
            capitals.add(unit);
        }
        Money rest = total.minus(unit.times(units));
        if (!rest.isZero()) {
            capitals.add(checkedRest(rest, limits));
        }
        return capitals;
    }

    private static Money checkedRest(Money rest, CapitalPolicy limits) {
        if (rest.compareTo(limits.minimumMain()) < 0) {
            throw Fault.usage("the remainder of " + rest + " is below the policy's minimum of " + limits.minimumMain()
                    + " per main account; choose another --total or --unit");
        }
        return rest;
    }
}
