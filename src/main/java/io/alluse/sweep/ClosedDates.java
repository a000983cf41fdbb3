package io.alluse.sweep;

import io.alluse.calendar.BusinessDay;
import io.alluse.fault.Fault;
import io.alluse.run.Outcome;
import io.alluse.run.Run;
import io.alluse.run.RunKey;
import io.alluse.run.Runs;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;

/** Keeps a job that closes periods from dates at or before one that it has closed (docs/rules.md 5.7). */
public final class ClosedDates {

    private final Runs runs;
    private final SweepJob<?> job;

    public ClosedDates(Runs runs, SweepJob<?> job) {
        this.runs = runs;
        this.job = job;
    }

    /** What the run of a date has set aside may be taken later than that: each of these accounts says whether it is too late. */
    void mustAllow(BusinessDay date, boolean again) {
        RunKey key = RunKey.of(job.name(), date);
        if (!again || runs.find(key).map(Run::outcome).orElse(null) != Outcome.COMPLETED_WITH_SET_ASIDES) {
            mustNotBeBefore(date);
        }
    }

    /** A run of this date may be there already. */
    public void mustNotBeBefore(BusinessDay date) {
        refuse(date, date.date().plusDays(1));
    }

    public void mustBeOpen(BusinessDay date) {
        refuse(date, date.date());
    }

    private void refuse(BusinessDay date, LocalDate closed) {
        if (!job.closes()) {
            return;
        }
        Stream.concat(Stream.of(job.name()), job.alsoClosedBy().stream())
                .flatMap(name -> runs.lastPosted(name, closed).stream())
                .max(Comparator.comparing(run -> run.key().date()))
                .ifPresent(run -> {
                    throw tooLate(date, run);
                });
    }

    private Fault tooLate(BusinessDay date, Run run) {
        String whose =
                run.key().job().equals(job.name()) ? "" : " of " + run.key().job();
        String did = run.outcome().isComplete() ? " has closed " : " has begun to close ";
        return Fault.conflict(RunKey.of(job.name(), date) + " comes too late: run " + run.id() + whose + did
                + run.key().date()
                + ", and what is posted since counts in the period after it; give a later --date;"
                + " nothing was posted");
    }
}
