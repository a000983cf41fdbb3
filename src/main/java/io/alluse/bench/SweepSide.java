package io.alluse.bench;

import io.alluse.calendar.BusinessDay;
import io.alluse.database.ScratchServer.ScratchDatabase;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.policy.PolicyBook;
import io.alluse.run.JobContext;
import io.alluse.run.Runs;
import io.alluse.run.StopSignal;
import io.alluse.sql.Session;
import io.alluse.sweep.Sweep;
import io.alluse.sweep.SweepJob;
import io.alluse.sweep.SweepReport;
import io.alluse.tax.TaxAndBufferJob;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Our side: an account job as people run it, timed from the first word to the database to the last. */
final class SweepSide {

    private final Making job;
    private final PolicyBook book;
    private final Clock clock;
    private final int threads;

    SweepSide(Making job, PolicyBook book, Clock clock, int threads) {
        this.job = job;
        this.book = book;
        this.clock = clock;
        this.threads = threads;
    }

    static SweepSide ofTaxAndBuffer(Clock clock, int threads) {
        return new SweepSide(
                (context, policies) -> new TaxAndBufferJob(context.session(), policies),
                PolicyBook.shipped(),
                clock,
                threads);
    }

    /** The job that is measured, made anew for each round. */
    interface Making {
        SweepJob<?> of(JobContext context, PolicyBook book);
    }

    record Timed(double seconds, SweepReport report, long walBefore) {}

    Timed run(ScratchDatabase scratch, BusinessDay date) {
        return run(scratch, date, new StopSignal(), UnaryOperator.identity());
    }

    /** Says when the clock starts. */
    Timed run(ScratchDatabase scratch, BusinessDay date, Runnable atStart) {
        return run(scratch, date, new StopSignal(), UnaryOperator.identity(), atStart);
    }

    /** Under a rule that is the job's own or wrapped around it. */
    Timed run(ScratchDatabase scratch, BusinessDay date, StopSignal stop, UnaryOperator<SweepJob<?>> rule) {
        return run(scratch, date, stop, rule, () -> {});
    }

    private Timed run(
            ScratchDatabase scratch,
            BusinessDay date,
            StopSignal stop,
            UnaryOperator<SweepJob<?>> rule,
            Runnable atStart) {
        try (JobContext context = JobContext.start(scratch.database(), threads)) {
            Session session = context.session();
            Runs runs = new Runs(session, scratch.database().program(), clock);
            Sweep<?> sweep = new Sweep<>(rule.apply(job.of(context, book)), session, context.batch(), runs, book);
            new BenchStore(session).connect();
            scratch.checkpoint();
            long walBefore = new BenchStore(Session.of(scratch.administrator())).walPosition();
            atStart.run();
            long start = System.nanoTime();
            SweepReport report = sweep.run(new Sweep.Order(date, false, threads, SweepFixture.owner(), stop));
            return new Timed((System.nanoTime() - start) / 1e9, report, walBefore);
        }
    }

    /** The median of runs for date after date, all of which find nothing after the first. */
    double manyTimes(ScratchDatabase scratch, BusinessDay first, int times) {
        try (JobContext context = JobContext.start(scratch.database(), threads)) {
            Session session = context.session();
            Runs runs = new Runs(session, scratch.database().programPool(1), clock);
            Sweep<?> sweep = new Sweep<>(job.of(context, book), session, context.batch(), runs, book);
            List<Double> seconds = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                BusinessDay date = BusinessDay.of(first.date().plusDays(i));
                long start = System.nanoTime();
                mustBeComplete(
                        sweep.run(new Sweep.Order(date, false, threads, SweepFixture.owner(), new StopSignal())));
                seconds.add((System.nanoTime() - start) / 1e9);
            }
            return Median.of(seconds.subList(times / 2, times));
        }
    }

    static void mustBeComplete(SweepReport report) {
        if (!report.run().outcome().isComplete()) {
            throw Fault.of(
                    Exit.FAILED,
                    "the measured run ended " + report.run().outcome() + ": "
                            + report.run().failure());
        }
    }
}
