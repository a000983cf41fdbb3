package io.alluse.capitalization;

import java.util.List;

/** A plan that was to be carried out as a whole has rows that can't be; nothing of it has been written. */
public final class PlanRefused extends RuntimeException {

    private final transient List<PlanProblem> problems;

    PlanRefused(long rows, List<PlanProblem> problems) {
        super(rows + " rows of the plan were refused and --all-or-nothing was asked for; nothing was written");
        this.problems = problems;
    }

    public List<PlanProblem> problems() {
        return problems;
    }
}
