package io.alluse.funding;

import io.alluse.money.Money;
import java.time.LocalDate;

/** An account with money in SUSPENSE: how much, when the last of it left, and the state of the account. */
public record InSuspense(String code, Money amount, LocalDate leftOn, String state) {}
