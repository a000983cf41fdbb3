package io.alluse.broker;

/** A row cannot be understood, and why; ends the reading of this row and of nothing else. */
@SuppressWarnings("serial") // never written anywhere
final class Refused extends RuntimeException {

    private final LineProblem problem;

    /** Without a trace: a file may have a million of them. */
    Refused(LineProblem problem) {
        super(problem.expected(), null, false, false);
        this.problem = problem;
    }

    LineProblem problem() {
        return problem;
    }

    static Refused of(Row row, int column, String field, String expected, String found) {
        return new Refused(new LineProblem(row.line(), column, field, expected, found, row.cell(column - 1)));
    }
}
