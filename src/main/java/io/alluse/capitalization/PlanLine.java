package io.alluse.capitalization;

import io.alluse.csv.CsvProblem;
import io.alluse.csv.CsvRow;

/** A data row of a plan as it stands in the file. */
record PlanLine(CsvRow row) {

    long line() {
        return row.line();
    }

    /** Blank where the plan says nothing. */
    String text(PlanField field) {
        return row.text(field.title());
    }

    CsvProblem problem(PlanField field, String reason) {
        return row.problem(field.title(), reason);
    }
}
