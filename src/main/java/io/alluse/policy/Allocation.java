package io.alluse.policy;

import io.alluse.money.Money;
import io.alluse.money.Percent;
import java.util.List;

/** Where a period's gain goes: contracts, shares and LEAPS, adding up to 100, of the gain before or after tax. */
public record Allocation(Percent contracts, Percent shares, Percent leaps, Basis basis) {

    public Allocation {
        List<Percent> parts = List.of(contracts, shares, leaps);
        if (parts.stream().anyMatch(part -> part.signum() < 0)
                || !contracts.plus(shares).plus(leaps).equals(Percent.HUNDRED)) {
            throw new IllegalArgumentException("an allocation must add up to 100, was " + parts);
        }
    }

    /** The parts for contracts, shares and LEAPS in this order; they add up to the amount. */
    public List<Money> of(Money amount) {
        return amount.split(List.of(contracts.value(), shares.value(), leaps.value()));
    }
}
