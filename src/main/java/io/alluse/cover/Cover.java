package io.alluse.cover;

import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.Balances;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.money.Money;
import io.alluse.text.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the money comes from that brings negative CASH back to zero; what is left below zero is margin debit.
 *
 * @param cash what CASH was; zero where there was nothing to cover
 */
public record Cover(Money cash, List<Step> steps) {

    public static final Cover NONE = new Cover(Money.ZERO, List.of());

    /**
     * @param bound the part of what is held that short puts need
     */
    public record Step(LedgerAccount from, Money held, Money bound, Money moved) {}

    public Cover {
        steps = List.copyOf(steps);
    }

    /** The first step of every rule that would spend cash. */
    public static Cover of(Balances balances, Money bound) {
        return CoverRule.decide(balances, bound);
    }

    public boolean isNeeded() {
        return cash.signum() < 0;
    }

    public boolean moves() {
        return !steps.isEmpty();
    }

    public Money moved() {
        return steps.stream().map(Step::moved).reduce(Money.ZERO, Money::plus);
    }

    /** What nothing is left to cover. */
    public Money debit() {
        return cash.plus(moved()).negated().max(Money.ZERO);
    }

    public List<Movement> movements(BusinessDay date) {
        return steps.stream()
                .map(step -> Movement.of(step.from(), LedgerAccount.CASH, step.moved(), date.date()))
                .toList();
    }

    /** The arithmetic, compact, as it is kept with an event. */
    public Json detail() {
        Json json = Json.canonical().put("cash", cash.canonical());
        if (moves()) {
            json.put("from", steps.stream().map(Cover::detail).toList());
        }
        if (debit().isPositive()) {
            json.put("debit", debit().canonical());
        }
        return json;
    }

    private static Json detail(Step step) {
        Json json = Json.canonical()
                .put("account", step.from())
                .put("held", step.held().canonical())
                .put("moved", step.moved().canonical());
        return step.bound().isZero() ? json : json.put("bound", step.bound().canonical());
    }

    /** The arithmetic, line by line, as a person would write it down. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (isNeeded()) {
            lines.add("cover: cash is " + cash.readable());
        }
        steps.forEach(step -> lines.add(line(step)));
        if (debit().isPositive()) {
            lines.add("cover: nothing is left for " + debit().readable() + ", which is margin debit");
        }
        return lines;
    }

    private static String line(Step step) {
        String bound = step.bound().isZero()
                ? ""
                : ", of which short puts bind " + step.bound().readable();
        return "cover: " + step.from() + " holds " + step.held().readable() + bound + ", to cash "
                + step.moved().readable();
    }
}
