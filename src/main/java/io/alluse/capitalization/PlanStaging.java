package io.alluse.capitalization;

import io.alluse.calendar.BusinessDay;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Reads a plan into the database and decides about every row; in the caller's transaction, which ends the stage. */
final class PlanStaging {

    private final StageStore store;
    private final PlanPolicies policies;

    PlanStaging(StageStore store, PlanPolicies policies) {
        this.store = store;
        this.policies = policies;
    }

    /** What the rows of a plan come to: rows = taken + already there + refused. */
    record Staged(String digest, long rows, long taken, long alreadyThere, long refused) {}

    Staged stage(PlanFile file, BusinessDay today, boolean reserveNumbers) {
        store.createStage();
        AtomicLong rows = new AtomicLong();
        AtomicReference<Map<String, Integer>> columns = new AtomicReference<>(Map.of());
        String digest = file.read(
                line -> {
                    rows.incrementAndGet();
                    columns.set(line.row().columns());
                    stage(line, today);
                },
                problem -> {
                    rows.incrementAndGet();
                    store.stage(problem);
                });
        store.flush();
        long first = store.nextNumber(reserveNumbers);
        store.findProblems(columns.get());
        long taken = store.take(first);
        if (reserveNumbers) {
            store.reserve(taken);
        }
        long refused = store.refused();
        return new Staged(digest, rows.get(), taken, rows.get() - taken - refused, refused);
    }

    private void stage(PlanLine line, BusinessDay today) {
        switch (CapitalizationRule.decide(line, policies, today)) {
            case PlanDecision.Take take -> store.stage(take.row());
            case PlanDecision.Refuse refuse -> refuse.problems().forEach(store::stage);
        }
    }
}
