package io.alluse.split;

import io.alluse.money.Money;
import io.alluse.policy.Tier;

/**
 * An open account of a main account.
 *
 * @param free what it could send away at most
 * @param bar why it neither sends nor receives now; empty where it does
 */
public record Holding(String code, Tier tier, Money netWorth, Money free, String bar) {

    Holding inCents() {
        return new Holding(code, tier, netWorth.floorToCent(), free.floorToCent(), bar);
    }

    boolean takesPart() {
        return bar.isEmpty();
    }

    /** COM allows no withdrawals, and what another account is sent is one. */
    boolean sends() {
        return takesPart() && tier != Tier.COM;
    }
}
