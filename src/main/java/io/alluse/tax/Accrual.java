package io.alluse.tax;

import io.alluse.money.Money;
import java.util.List;

/** Tax due over the years, what had been accrued before, and what is accrued now, which may be negative. */
record Accrual(List<YearTax> years, Money due, Money before, Money amount) {}
