package io.alluse.intent;

import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How much of a trade has filled an intent.
 *
 * @param after the intent as it is then
 * @param spent on this much of it
 */
public record Fill(KeptIntent after, BigDecimal quantity, Money spent, LocalDate on) {}
