package io.alluse.bench;

import io.alluse.bench.SweepSides.Timed;
import io.alluse.calendar.BusinessDay;
import io.alluse.database.ScratchServer;
import io.alluse.database.ScratchServer.ScratchDatabase;
import io.alluse.run.AccountOutcome;
import io.alluse.run.StopSignal;
import io.alluse.sql.Session;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The job tax-and-buffer against SQL that writes the same rows, against a plain Spring Batch job, and against itself in other places. */
public final class SweepBench {

    private static final int MOST_MANUAL = 50_000;
    private static final int WARM_UP = 60_000;
    private static final int HISTORY_ACCOUNTS = 10_000;
    private static final int ONE_IN_THOUSAND = 1_000;
    private static final int ONE_IN_HUNDRED_THOUSAND = 100_000;
    private static final BusinessDay NIGHT = SweepFixture.EARNED;

    private final ScratchServer server;
    private final SweepFixture fixture;
    private final Clock clock;
    private final Consumer<String> progress;

    public SweepBench(ScratchServer server, Path folder, Clock clock, Consumer<String> progress) {
        this.server = server;
        this.fixture = new SweepFixture(server, folder, clock);
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * What is measured.
     *
     * @param against a smaller number of accounts that the cost per account is compared with, or 0
     * @param history earlier events per account of the side with a long history, or 0
     */
    public record Size(long accounts, int rounds, int threads, long against, int history) {}

    public BenchReport run(Size size) {
        SweepSide ours = SweepSide.ofTaxAndBuffer(clock, size.threads());
        OtherSides others = new OtherSides(server);
        SweepSides sides = new SweepSides(size.rounds());
        Map<String, Object> facts = new LinkedHashMap<>();
        progress.accept("warming up");
        try (ScratchDatabase small = fixture.earning(Math.min(size.accounts(), WARM_UP))) {
            for (int i = 0; i < 3; i++) {
                whole(ours, small);
            }
            sides.measure(
                    "manual",
                    Math.min(size.accounts(), MOST_MANUAL),
                    1,
                    () -> others.manual(small, Math.min(size.accounts(), MOST_MANUAL), size.threads()));
        }
        progress.accept("preparing " + size.accounts() + " accounts");
        try (ScratchDatabase full = fixture.earning(size.accounts())) {
            for (int round = 1; round <= size.rounds(); round++) {
                progress.accept("round " + round + " of " + size.rounds());
                sides.measure("job", size.accounts(), () -> whole(ours, full));
                sides.measure("sql", size.accounts(), () -> others.sql(full, 1));
                sides.measure("sqlTwoSessions", size.accounts(), () -> others.sql(full, 2));
                sides.measure("ruleSetsAside1In1000", size.accounts(), () -> ruleSetsAside(ours, full));
                sides.measure("databaseRefuses1In100000", size.accounts(), () -> databaseRefuses(ours, full));
                sides.measure("nothingDue", size.accounts(), () -> nothingDue(ours, full));
            }
            progress.accept("killed half way");
            RestartAtHalf.Measured restart = new RestartAtHalf(server, size.accounts()).measure(full);
            facts.put("killedAtHalf", rounded(restart.ratio()));
            facts.put("killedAtHalfSeconds", rounded(restart.killed()));
            facts.put("undisturbedProgramSeconds", rounded(restart.undisturbed()));
            facts.put("programStartSeconds", rounded(restart.start()));
        }
        against(size, ours, sides);
        history(size, ours, sides, facts);
        facts.put("overheadPerRunMs", overhead(ours));
        return sides.report(size, facts);
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }

    private Timed whole(SweepSide side, ScratchDatabase template) {
        try (ScratchDatabase scratch = server.copyOf(template)) {
            SweepSide.Timed timed = side.run(scratch, NIGHT);
            SweepSide.mustBeComplete(timed.report());
            return new Timed(
                    timed.seconds(), timed.report().tally().of(AccountOutcome.POSTED), OtherSides.contents(scratch));
        }
    }

    private Timed ruleSetsAside(SweepSide side, ScratchDatabase template) {
        try (ScratchDatabase scratch = server.copyOf(template)) {
            SweepSide.Timed timed =
                    side.run(scratch, NIGHT, new StopSignal(), job -> new FailingJob<>(job, ONE_IN_THOUSAND));
            SweepSide.mustBeComplete(timed.report());
            return new Timed(timed.seconds(), timed.report().tally().of(AccountOutcome.SET_ASIDE), List.of());
        }
    }

    private Timed databaseRefuses(SweepSide side, ScratchDatabase template) {
        try (ScratchDatabase scratch = server.copyOf(template)) {
            new BenchStore(Session.of(scratch.administrator())).refuse(ONE_IN_HUNDRED_THOUSAND / 3);
            SweepSide.Timed timed = side.run(scratch, NIGHT);
            SweepSide.mustBeComplete(timed.report());
            return new Timed(timed.seconds(), timed.report().tally().of(AccountOutcome.SET_ASIDE), List.of());
        }
    }

    /** The night after: one account in a thousand has earned something, the others are settled. */
    private Timed nothingDue(SweepSide side, ScratchDatabase template) {
        BusinessDay next = BusinessDay.of(NIGHT.date().plusDays(1));
        try (ScratchDatabase scratch = server.copyOf(template)) {
            side.run(scratch, NIGHT);
            SweepFixture.earn(scratch, next, ONE_IN_THOUSAND);
            SweepFixture.settle(scratch);
            SweepSide.Timed timed = side.run(scratch, next);
            SweepSide.mustBeComplete(timed.report());
            return new Timed(timed.seconds(), timed.report().tally().of(AccountOutcome.NOTHING), List.of());
        }
    }

    private void against(Size size, SweepSide ours, SweepSides sides) {
        if (size.against() == 0) {
            return;
        }
        progress.accept("the same with " + size.against() + " accounts");
        try (ScratchDatabase fewer = fixture.earning(size.against())) {
            for (int round = 1; round <= size.rounds(); round++) {
                sides.measure("job" + size.against(), size.against(), () -> whole(ours, fewer));
            }
        }
    }

    /** Ten thousand accounts with one earlier event, and with many; right after a checkpoint, with the log that is written. */
    private void history(Size size, SweepSide ours, SweepSides sides, Map<String, Object> facts) {
        if (size.history() == 0) {
            return;
        }
        progress.accept("histories of " + size.history() + " events");
        try (ScratchDatabase young = fixture.earning(HISTORY_ACCOUNTS);
                ScratchDatabase old = fixture.earning(HISTORY_ACCOUNTS, size.history())) {
            for (int round = 1; round <= size.rounds(); round++) {
                sides.measure("history1", HISTORY_ACCOUNTS, () -> logged(ours, young, "walMbHistory1", facts));
                sides.measure(
                        "history" + size.history(),
                        HISTORY_ACCOUNTS,
                        () -> logged(ours, old, "walMbHistory" + size.history(), facts));
            }
        }
    }

    private Timed logged(SweepSide side, ScratchDatabase template, String fact, Map<String, Object> facts) {
        try (ScratchDatabase scratch = server.copyOf(template)) {
            BenchStore store = new BenchStore(Session.of(scratch.administrator()));
            SweepSide.Timed timed = side.run(scratch, SweepFixture.AFTER_HISTORY);
            SweepSide.mustBeComplete(timed.report());
            facts.put(fact, (store.walPosition() - timed.walBefore()) / 1_000_000);
            return new Timed(timed.seconds(), timed.report().tally().of(AccountOutcome.POSTED), List.of());
        }
    }

    /** What a run costs that finds three accounts with nothing to do, date after date. */
    private double overhead(SweepSide ours) {
        try (ScratchDatabase tiny = fixture.earning(SweepFixture.ACCOUNTS_PER_MAIN)) {
            return Math.round(ours.manyTimes(tiny, NIGHT, 40) * 10_000) / 10.0;
        }
    }
}
