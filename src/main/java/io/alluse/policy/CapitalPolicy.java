package io.alluse.policy;

import io.alluse.money.Money;

/** What a main account may be opened with: at most the cap, spread over whole units, by default this amount. */
public record CapitalPolicy(Money cap, Money unit, Money byDefault, Money minimumMain) {}
