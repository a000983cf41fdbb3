package io.alluse.cli;

import io.alluse.calendar.BusinessDay;
import io.alluse.run.AccountOutcome;
import io.alluse.run.Outcome;
import io.alluse.run.StopSignal;
import io.alluse.sweep.SweepReport;
import java.io.PrintWriter;
import java.io.Writer;

/** Carries out an account job for a verb: signals, progress, answer, exit code. */
final class SweepVerb {

    private final Verb verb;

    SweepVerb(Verb verb) {
        this.verb = verb;
    }

    int run(SweepJobs job, BusinessDay date, boolean again, SweepRunner.Width width) {
        StopSignal stop = new StopSignal();
        Signals.onFirst(() -> {
            stop.request();
            verb.note("stopping after the chunks at hand; once more ends the program at once");
        });
        return answer(new SweepRunner(verb, job, stop).run(date, again, width, progress()));
    }

    /** Nobody who wants quiet wants progress. */
    private ProgressLine progress() {
        PrintWriter to = verb.options().quiet() ? new PrintWriter(Writer.nullWriter()) : verb.err();
        return new ProgressLine(
                to, "accounts", Terminal.isError(), verb.options().json(), System.nanoTime());
    }

    private int answer(SweepReport report) {
        Outcome outcome = report.run().outcome();
        verb.out().println("run " + report.run().id() + " " + report.run().key() + ": " + outcome);
        for (AccountOutcome one : AccountOutcome.values()) {
            verb.out().println(one.words() + " " + report.tally().of(one));
        }
        verb.out().println("digest " + report.run().digest());
        verb.out().flush();
        if (report.run().failure() != null) {
            verb.note("run " + report.run().id() + " failed: " + report.run().failure());
        }
        return outcome.exit().code();
    }
}
