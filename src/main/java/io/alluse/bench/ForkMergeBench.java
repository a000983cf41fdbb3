package io.alluse.bench;

import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.bench.BenchReport.Side;
import io.alluse.database.ScratchServer;
import io.alluse.database.ScratchServer.ScratchDatabase;
import io.alluse.fork.ForkJob;
import io.alluse.policy.PolicyBook;
import io.alluse.run.AccountOutcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** Runs that are all forks, and a night in which few accounts fork against the same night with none. */
public final class ForkMergeBench {

    private static final int WARM_UP_FORKS = 5_000;
    private static final int WARM_UP_ROUNDS = 3;
    private static final int ONE_IN = 1_000;

    private final ScratchServer server;
    private final HierarchyFixture fixture;
    private final Clock clock;
    private final Consumer<String> progress;

    public ForkMergeBench(ScratchServer server, Path folder, Clock clock, Consumer<String> progress) {
        this.server = server;
        this.fixture = new HierarchyFixture(new SweepFixture(server, folder, clock));
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * What is measured.
     *
     * @param accounts of the night in which 1 in 1,000 forks
     * @param forks of the run that is all forks
     */
    public record Size(long accounts, int forks, int rounds, int threads) {}

    /** Seconds by the clock, those of the processors, what was posted and the log that was written. */
    private record Round(double seconds, CpuSeconds cpu, long posted, long wal) {}

    public BenchReport run(Size size) {
        SweepSide forking = new SweepSide(
                (context, book) -> new ForkJob(
                        context.session(),
                        Audit.of(context.dataSource(), AuditContext.of(List.of("bench"), null, clock))),
                PolicyBook.shipped(),
                clock,
                size.threads());
        progress.accept("warming up");
        try (ScratchDatabase small = fixture.grown(3L * Math.min(size.forks(), WARM_UP_FORKS), 1)) {
            for (int i = 0; i < WARM_UP_ROUNDS; i++) {
                round(forking, small);
            }
        }
        Map<String, List<Round>> measured = new LinkedHashMap<>();
        progress.accept("preparing " + size.forks() + " accounts that fork");
        try (ScratchDatabase all = fixture.grown(3L * size.forks(), 1)) {
            for (int i = 1; i <= size.rounds(); i++) {
                progress.accept("round " + i + " of " + size.rounds());
                measure(measured, "forks", forking, all);
            }
        }
        progress.accept("preparing two times " + size.accounts() + " accounts");
        try (ScratchDatabase few = fixture.grown(size.accounts(), ONE_IN / 3);
                ScratchDatabase none = fixture.grown(size.accounts(), 0)) {
            for (int i = 1; i <= size.rounds(); i++) {
                progress.accept("round " + i + " of " + size.rounds());
                measure(measured, "night", forking, few);
                measure(measured, "nightWithNone", forking, none);
            }
        }
        return report(size, measured);
    }

    private void measure(Map<String, List<Round>> measured, String name, SweepSide side, ScratchDatabase template) {
        measured.computeIfAbsent(name, key -> new ArrayList<>()).add(round(side, template));
    }

    private Round round(SweepSide side, ScratchDatabase template) {
        try (ScratchDatabase scratch = server.copyOf(template)) {
            AtomicReference<CpuSeconds> before = new AtomicReference<>(CpuSeconds.NONE);
            SweepSide.Timed timed =
                    side.run(scratch, HierarchyFixture.NIGHT, () -> before.set(CpuSeconds.soFar(server.home())));
            CpuSeconds cpu = CpuSeconds.soFar(server.home()).less(before.get());
            SweepSide.mustBeComplete(timed.report());
            long wal =
                    new BenchStore(io.alluse.sql.Session.of(scratch.administrator())).walPosition() - timed.walBefore();
            return new Round(timed.seconds(), cpu, timed.report().tally().of(AccountOutcome.POSTED), wal);
        }
    }

    private static BenchReport report(Size size, Map<String, List<Round>> measured) {
        List<Side> sides = new ArrayList<>();
        Map<String, Object> facts = new LinkedHashMap<>();
        measured.forEach((name, rounds) -> {
            double seconds = median(rounds, Round::seconds);
            long posted = rounds.getFirst().posted();
            sides.add(new Side(
                    name, seconds, (name.startsWith("night") ? size.accounts() : posted) / seconds, posted / seconds));
            facts.put(name + "Posted", posted);
            facts.put(
                    name + "ProgramCpuSeconds",
                    rounded(median(rounds, one -> one.cpu().program())));
            facts.put(
                    name + "DatabaseCpuSeconds",
                    rounded(median(rounds, one -> one.cpu().database())));
            facts.put(name + "WalMb", rounds.getFirst().wal() / 1_000_000);
        });
        facts.put("forksPerSecond", Math.round(sides.getFirst().perSecond()));
        double ratio = sides.get(1).seconds() / sides.get(2).seconds();
        facts.put("nightlyRatio", rounded(ratio));
        return new BenchReport(
                "fork-merge", size.accounts(), "accounts", size.rounds(), sides, Map.of(), facts, Resident.maxMb());
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> of) {
        return Median.of(rounds.stream().map(of::applyAsDouble).toList());
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
