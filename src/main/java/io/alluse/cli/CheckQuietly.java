package io.alluse.cli;

import io.alluse.activity.Activity;
import io.alluse.broker.LineProblem;
import io.alluse.broker.StatementSummary;
import java.io.PrintWriter;

/** Only what is wrong. */
final class CheckQuietly implements CheckOutput {

    private final PrintWriter err;
    private String file = "";

    CheckQuietly(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void begin(String name) {
        file = name;
    }

    @Override
    public void took(Activity activity) {}

    @Override
    public void ignored(long line, String kind) {}

    @Override
    public void rejected(LineProblem problem) {
        err.println(problem.in(file));
    }

    @Override
    public void warned(LineProblem problem) {}

    @Override
    public void end(StatementSummary summary, CheckedStatement checked) {}

    @Override
    public void fault(String reason) {}

    @Override
    public void close() {}
}
