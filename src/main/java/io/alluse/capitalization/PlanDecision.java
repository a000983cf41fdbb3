package io.alluse.capitalization;

import io.alluse.csv.CsvProblem;
import java.util.List;

/** What the rule makes of one row of a plan. */
sealed interface PlanDecision {

    record Take(PlanRow row) implements PlanDecision {}

    record Refuse(List<CsvProblem> problems) implements PlanDecision {}
}
