package io.alluse.cli;

import io.alluse.activity.Activity;
import io.alluse.broker.LineProblem;
import io.alluse.broker.StatementSummary;

/** How the check of a statement is told, while it is being read. */
interface CheckOutput extends AutoCloseable {

    void begin(String file);

    void took(Activity activity);

    void ignored(long line, String kind);

    void rejected(LineProblem problem);

    void warned(LineProblem problem);

    void end(StatementSummary summary, CheckedStatement checked);

    /** The file cannot be read to its end. */
    void fault(String reason);

    @Override
    void close();
}
