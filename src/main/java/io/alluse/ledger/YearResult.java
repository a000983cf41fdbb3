package io.alluse.ledger;

import io.alluse.money.Money;

/** What an account earned in a calendar year, by the effective dates of its movements: the basis of its tax (docs/rules.md 5.1). */
public record YearResult(int year, Money shortTerm, Money longTerm, Money dividends) {}
