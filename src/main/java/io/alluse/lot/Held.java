package io.alluse.lot;

import io.alluse.instrument.Instrument;
import io.alluse.money.Money;
import java.math.BigDecimal;

/** What the open lots of one instrument add up to; with their signs, as in {@link io.alluse.holding.Lot}. */
public record Held(Instrument instrument, BigDecimal quantity, Money cost) {}
