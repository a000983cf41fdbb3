package io.alluse.sweep;

import io.alluse.account.AccountId;
import io.alluse.money.Money;
import io.alluse.run.ActiveRun;
import io.alluse.run.Run;
import io.alluse.run.Runs;
import io.alluse.run.WorkPart;
import io.alluse.sweep.TurnStore.Limited;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Gives the candidates of a run their turns, in the order (due since, code), as far as not too many are under way. */
final class Turns {

    /** The part of all candidates where they are few; otherwise there is one per table partition, numbered after it. */
    static final int ONE_FOR_ALL = 100;

    private static final int REFUSED_PART = ONE_FOR_ALL - 1;
    private static final long ONE_PART_BELOW = 1_000;

    private final TurnJob<?> job;
    private final Runs runs;
    private final TurnStore store;
    private final OutcomeStore outcomes;

    Turns(TurnJob<?> job, Runs runs, TurnStore store, OutcomeStore outcomes) {
        this.job = job;
        this.runs = runs;
        this.store = store;
        this.outcomes = outcomes;
    }

    /** Whether it is one whose candidates are to be carried out. */
    static boolean isTurn(WorkPart part) {
        return part.inTurn() && part.part() >= ONE_FOR_ALL;
    }

    /** Whose posting lock its work needs. */
    static OptionalInt partition(WorkPart part) {
        return part.part() == ONE_FOR_ALL ? OptionalInt.empty() : OptionalInt.of(part.part() - ONE_FOR_ALL - 1);
    }

    /** Once per pass, in one transaction; the part of those that are refused shows that it has been done. */
    void give(ActiveRun active, long onePartBelow) {
        if (runs.parts(active).stream().anyMatch(WorkPart::inTurn)) {
            return;
        }
        Run run = runs.refreshed(active);
        Shared shared = shared(store.limited(run));
        boolean one = store.candidates(run) < Math.min(onePartBelow, ONE_PART_BELOW);
        store.insertTurns(run, shared.admitted(), ONE_FOR_ALL, one);
        store.parts(run).forEach((part, candidates) -> runs.addTurns(active, part, candidates));
        store.queue(run, shared.refused());
        refuse(active, shared);
    }

    /** The limited candidates, and how many were under way when each of them was refused. */
    private record Shared(List<AccountId> admitted, List<Limited> refused, List<Long> underWay) {}

    private Shared shared(List<Limited> limited) {
        List<AccountId> admitted = new ArrayList<>();
        List<Limited> refused = new ArrayList<>();
        List<Long> crowds = new ArrayList<>();
        long before = limited.isEmpty() ? 0 : job.underWay();
        for (Limited one : limited) {
            long underWay = before + one.unlimitedBefore() + admitted.size();
            if (underWay < one.most()) {
                admitted.add(one.account());
            } else {
                refused.add(one);
                crowds.add(underWay);
            }
        }
        return new Shared(admitted, refused, crowds);
    }

    private void refuse(ActiveRun run, Shared shared) {
        Outcomes waiting = new Outcomes();
        for (int i = 0; i < shared.refused().size(); i++) {
            Limited one = shared.refused().get(i);
            waiting.waiting(
                    one.account(),
                    shared.underWay().get(i) + " are under way, at most " + one.most() + " may be; it waits since "
                            + one.since(),
                    Money.ZERO);
        }
        runs.addTurns(run, REFUSED_PART, shared.refused().size());
        outcomes.keep(run.id(), run.pass(), waiting.kept());
        WorkPart part = runs.parts(run).stream()
                .filter(one -> one.part() == REFUSED_PART)
                .findFirst()
                .orElseThrow();
        runs.advance(part.advanced(part.position(), shared.refused().size(), waiting.tally()));
    }
}
