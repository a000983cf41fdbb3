package io.alluse.ledger;

import io.alluse.ledger.LedgerAccount.Result;
import io.alluse.money.Money;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an account earned in a calendar year, by the effective dates of its movements: the basis of its tax (docs/rules.md 5.1). */
public record YearResult(int year, Money shortTerm, Money longTerm, Money dividends) {

    /** The years whose results these movements touch, ascending; what is earned is positive. */
    static Collection<YearResult> ofMovements(List<Movement> movements) {
        SortedMap<Integer, YearResult> years = new TreeMap<>();
        movements.forEach(movement -> add(movement, years));
        return years.values();
    }

    /** A result grows by what it is credited with, a cost among them as well as an income. */
    static void add(Movement movement, SortedMap<Integer, YearResult> years) {
        add(movement, movement.from().result(), movement.amount(), years);
        add(movement, movement.to().result(), movement.amount().negated(), years);
    }

    private static void add(Movement movement, Result part, Money amount, SortedMap<Integer, YearResult> years) {
        if (part != Result.NONE) {
            YearResult change = of(movement.effective().getYear(), part, amount);
            years.merge(change.year, change, YearResult::plus);
        }
    }

    private static YearResult of(int year, Result part, Money amount) {
        return new YearResult(
                year,
                part == Result.SHORT_TERM ? amount : Money.ZERO,
                part == Result.LONG_TERM ? amount : Money.ZERO,
                part == Result.DIVIDENDS ? amount : Money.ZERO);
    }

    private YearResult plus(YearResult other) {
        return new YearResult(
                year, shortTerm.plus(other.shortTerm), longTerm.plus(other.longTerm), dividends.plus(other.dividends));
    }
}
