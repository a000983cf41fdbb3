package io.alluse.capitalization;

import io.alluse.calendar.BusinessDay;
import io.alluse.capitalization.PlanStaging.Staged;
import io.alluse.ledger.Balances;
import io.alluse.sql.Session;
import java.util.List;
import java.util.function.Consumer;

/** Reads and decides as a run would, and takes all of it back. */
final class Rehearsal {

    static final int MOST_PROBLEMS = 1_000;

    private final Session session;
    private final StageStore stage;
    private final PlanPolicies policies;

    Rehearsal(Session session, StageStore stage, PlanPolicies policies) {
        this.session = session;
        this.stage = stage;
        this.policies = policies;
    }

    /** Hands on every main account that would be opened. */
    CapitalizationPreview of(PlanFile file, BusinessDay date, Consumer<PlannedMain> opened) {
        return session.rehearsal(() -> {
            Staged staged = new PlanStaging(stage, policies).stage(file, date, false);
            stage.indexStage();
            Balances totals = Balances.ZERO;
            List<StagedRow> page = stage.stagedRows(0, OpeningWork.PAGE);
            while (!page.isEmpty()) {
                totals = totals.plus(planned(page, date, opened));
                page = stage.stagedRows(page.getLast().number(), OpeningWork.PAGE);
            }
            return preview(staged, totals);
        });
    }

    /** Only whether all rows could be carried out. */
    CapitalizationPreview ofProblems(PlanFile file, BusinessDay date) {
        return session.rehearsal(
                () -> preview(new PlanStaging(stage, policies).stage(file, date, false), Balances.ZERO));
    }

    private Balances planned(List<StagedRow> page, BusinessDay date, Consumer<PlannedMain> opened) {
        Balances totals = Balances.ZERO;
        for (StagedRow row : page) {
            Opening opening = OpeningPostings.of(row, policies, date);
            totals = totals.plus(opening.moved());
            opened.accept(PlannedMain.of(opening));
        }
        return totals;
    }

    private CapitalizationPreview preview(Staged staged, Balances totals) {
        return new CapitalizationPreview(
                staged.rows(),
                staged.taken(),
                staged.alreadyThere(),
                staged.refused(),
                totals,
                stage.stagedProblems(MOST_PROBLEMS));
    }
}
