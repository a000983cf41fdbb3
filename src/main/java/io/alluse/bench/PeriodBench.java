package io.alluse.bench;

import io.alluse.allocation.PeriodJob;
import io.alluse.bench.BenchReport.Side;
import io.alluse.calendar.BusinessDay;
import io.alluse.database.ScratchServer;
import io.alluse.database.ScratchServer.ScratchDatabase;
import io.alluse.ledger.Period;
import io.alluse.run.AccountOutcome;
import io.alluse.sql.Session;
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

/** The end of a week or a quarter in which every account has earned something: tax, buffer and allocation in one event each. */
public final class PeriodBench {

    private static final int WARM_UP = 60_000;
    private static final int WARM_UP_ROUNDS = 3;

    private final Period period;
    private final ScratchServer server;
    private final Path folder;
    private final Clock clock;
    private final Consumer<String> progress;

    public PeriodBench(Period period, ScratchServer server, Path folder, Clock clock, Consumer<String> progress) {
        this.period = period;
        this.server = server;
        this.folder = folder;
        this.clock = clock;
        this.progress = progress;
    }

    public BenchReport run(long accounts, int rounds, int threads) {
        SweepFixture fixture = new SweepFixture(server, folder, clock);
        SweepSide side = new SweepSide(
                (context, book) -> new PeriodJob(period, context.session(), book),
                BenchPolicies.allInPeriods(folder),
                clock,
                threads);
        progress.accept("warming up");
        try (ScratchDatabase small = fixture.earning(Math.min(accounts, WARM_UP))) {
            for (int i = 0; i < WARM_UP_ROUNDS; i++) {
                round(side, small);
            }
        }
        progress.accept("preparing " + accounts + " accounts");
        List<Round> measured = new ArrayList<>();
        try (ScratchDatabase full = fixture.earning(accounts)) {
            for (int round = 1; round <= rounds; round++) {
                progress.accept("round " + round + " of " + rounds);
                measured.add(round(side, full));
            }
        }
        return report(measured);
    }

    /** Seconds by the clock, those of the processors for program and database, and what was posted. */
    private record Round(double seconds, CpuSeconds cpu, long posted, long movements) {}

    private Round round(SweepSide side, ScratchDatabase template) {
        try (ScratchDatabase scratch = server.copyOf(template)) {
            AtomicReference<CpuSeconds> before = new AtomicReference<>(CpuSeconds.NONE);
            SweepSide.Timed timed = side.run(scratch, date(), () -> before.set(CpuSeconds.soFar(server.home())));
            CpuSeconds cpu = CpuSeconds.soFar(server.home()).less(before.get());
            SweepSide.mustBeComplete(timed.report());
            return new Round(
                    timed.seconds(),
                    cpu,
                    timed.report().tally().of(AccountOutcome.POSTED),
                    new BenchStore(Session.of(scratch.administrator())).movementsOf(period.rule()));
        }
    }

    private BusinessDay date() {
        return switch (period) {
            case WEEK -> BusinessDay.parse("2026-01-09");
            case QUARTER -> BusinessDay.parse("2026-03-31");
        };
    }

    private BenchReport report(List<Round> measured) {
        Round first = measured.getFirst();
        double seconds = Median.of(measured.stream().map(Round::seconds).toList());
        Side side = new Side(
                period.rule(), seconds, first.posted() / seconds, (first.posted() + first.movements()) / seconds);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("posted", first.posted());
        facts.put("movements", first.movements());
        facts.put("programCpuSeconds", median(measured, CpuSeconds::program));
        facts.put("databaseCpuSeconds", median(measured, CpuSeconds::database));
        return new BenchReport(
                period.rule(),
                first.posted(),
                "accounts",
                measured.size(),
                List.of(side),
                Map.of(),
                facts,
                Resident.maxMb());
    }

    private static BigDecimal median(List<Round> measured, ToDoubleFunction<CpuSeconds> of) {
        double seconds = Median.of(
                measured.stream().map(round -> of.applyAsDouble(round.cpu())).toList());
        return BigDecimal.valueOf(seconds).setScale(1, RoundingMode.HALF_UP);
    }
}
