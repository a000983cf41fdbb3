package io.alluse.policy;

import io.alluse.money.Percent;

/** The rates by which tax is estimated and reserved. */
public record TaxRates(Percent shortTerm, Percent longTerm, Percent dividend) {}
