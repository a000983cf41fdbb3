package io.alluse.capitalization;

import io.alluse.calendar.BusinessDay;
import java.util.concurrent.atomic.AtomicLong;

/** Reads a plan into the database and decides about every row; in the caller's transaction, which ends the stage. */
final class PlanStaging {

    private final PlanStore store;
    private final PlanPolicies policies;

    PlanStaging(PlanStore store, PlanPolicies policies) {
        this.store = store;
        this.policies = policies;
    }

    /** What the rows of a plan come to: rows = taken + already there + refused. */
    record Staged(String digest, long rows, long taken, long alreadyThere, long refused) {}

    Staged stage(PlanFile file, BusinessDay today, boolean reserveNumbers) {
        store.createStage();
        AtomicLong rows = new AtomicLong();
        PlanColumns columns = new PlanColumns();
        String digest = file.read(
                line -> {
                    rows.incrementAndGet();
                    columns.note(line);
                    stage(line, today);
                },
                problem -> {
                    rows.incrementAndGet();
                    store.stage(problem);
                });
        store.flush();
        store.findProblems(columns.known());
        long taken = store.take(reserveNumbers);
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
