package io.alluse.capitalization;

import java.util.Map;

/** A data row of a plan as it stands in the file: the text of each column that has one. */
record PlanLine(long line, Map<PlanField, String> texts, Map<PlanField, Integer> columns) {

    String text(PlanField field) {
        return texts.getOrDefault(field, "");
    }

    boolean has(PlanField field) {
        return !text(field).isEmpty();
    }

    PlanProblem problem(PlanField field, String reason) {
        return new PlanProblem(line, columns.getOrDefault(field, 0), field.title(), text(field), reason);
    }
}
