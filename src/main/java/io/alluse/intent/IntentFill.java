package io.alluse.intent;

import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A line of a statement that has filled some of an intent. */
public record IntentFill(String line, LocalDate on, BigDecimal quantity, Money spent) {}
