package io.alluse.capitalization;

/** Why a row of a plan is refused: where, what was found, and the reason. */
public record PlanProblem(long line, int column, String field, String value, String reason) {

    /** {@code plan.csv:4:2: capital '0': must be positive}. */
    public String in(String file) {
        return file + ":" + line + ":" + column + ": " + field + " '" + value + "': " + reason;
    }
}
