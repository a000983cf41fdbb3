package io.alluse.capitalization;

import java.util.List;

/** What the rule makes of one row of a plan. */
sealed interface PlanDecision {

    record Take(PlanRow row) implements PlanDecision {}

    record Refuse(List<PlanProblem> problems) implements PlanDecision {}
}
