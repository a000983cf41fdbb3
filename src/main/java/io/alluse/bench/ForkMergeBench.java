package io.alluse.bench;

import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.database.ScratchServer;
import io.alluse.database.ScratchServer.ScratchDatabase;
import io.alluse.fork.ForkJob;
import io.alluse.merge.MergeJob;
import io.alluse.policy.PolicyBook;
import io.alluse.run.AccountOutcome;
import io.alluse.run.JobContext;
import io.alluse.sql.Session;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Runs that are all forks, runs that are all merges, and a night in which few accounts do either against the same night with none. */
public final class ForkMergeBench {

    private static final int WARM_UP = 3_000;
    private static final int WARM_UP_ROUNDS = 3;
    private static final int MAINS_PER_FORK = 333;
    private static final int MAINS_PER_FAMILY = 1_666;

    private final ScratchServer server;
    private final HierarchyFixture fixture;
    private final Consumer<String> progress;
    private final Size size;
    private final SweepSide forking;
    private final SweepSide merging;

    public ForkMergeBench(ScratchServer server, Path folder, Clock clock, Size size, Consumer<String> progress) {
        this.server = server;
        this.fixture = new HierarchyFixture(new SweepFixture(server, folder, clock), folder, clock);
        this.progress = progress;
        this.size = size;
        this.forking = side((context, book) -> new ForkJob(context.session(), audit(context, clock)), clock);
        this.merging = side((context, book) -> new MergeJob(context.session(), book, audit(context, clock)), clock);
    }

    /**
     * What is measured.
     *
     * @param accounts of the night in which 1 in 1,000 forks and 1 in 5,000 is of a family that merges
     * @param forks of the run that is all forks; families of the one that is all merges
     */
    public record Size(long accounts, int forks, int rounds, int threads) {}

    private SweepSide side(SweepSide.Making making, Clock clock) {
        return new SweepSide(making, PolicyBook.shipped(), clock, size.threads());
    }

    private static Audit audit(JobContext context, Clock clock) {
        return Audit.of(context.dataSource(), AuditContext.of(List.of("bench"), null, clock));
    }

    public BenchReport run() {
        ForkMergeRounds rounds = new ForkMergeRounds(size);
        if (size.forks() > WARM_UP) {
            warmUp();
        }
        progress.accept("preparing " + size.forks() + " accounts that fork");
        try (ScratchDatabase all = fixture.grown(mains(size.forks()), 1)) {
            measured("forks", () -> rounds.add("forks", round(forking, all)));
        }
        progress.accept("preparing " + size.forks() + " families that merge");
        try (ScratchDatabase all = families(size.forks())) {
            measured("merges", () -> rounds.add("merges", round(merging, all)));
        }
        nights(rounds);
        return rounds.report();
    }

    private void warmUp() {
        progress.accept("warming up");
        try (ScratchDatabase small = families(WARM_UP)) {
            HierarchyFixture.grow(small, HierarchyFixture.NIGHT, 1, 0);
            for (int i = 0; i < WARM_UP_ROUNDS; i++) {
                night(small);
            }
        }
    }

    private void nights(ForkMergeRounds rounds) {
        progress.accept("preparing two times " + size.accounts() + " accounts");
        try (ScratchDatabase none = fixture.founded(size.accounts(), MAINS_PER_FAMILY, forking);
                ScratchDatabase few = server.copyOf(none)) {
            FamilyEndowment.endow(few, HierarchyFixture.NIGHT);
            HierarchyFixture.grow(few, HierarchyFixture.NIGHT, MAINS_PER_FORK, 0);
            SweepFixture.settle(few);
            SweepFixture.settle(none);
            measured("nights", () -> {
                rounds.add("night", night(few));
                rounds.add("nightWithNone", night(none));
            });
        }
    }

    private void measured(String what, Runnable round) {
        for (int i = 1; i <= size.rounds(); i++) {
            progress.accept(what + ", round " + i + " of " + size.rounds());
            round.run();
        }
    }

    private ScratchDatabase families(int many) {
        ScratchDatabase database = fixture.founded(mains(many), 1, forking);
        FamilyEndowment.endow(database, HierarchyFixture.NIGHT);
        SweepFixture.settle(database);
        return database;
    }

    private static long mains(int many) {
        return (long) SweepFixture.ACCOUNTS_PER_MAIN * many;
    }

    private ForkMergeRounds.Round round(SweepSide side, ScratchDatabase template) {
        try (ScratchDatabase scratch = server.copyOf(template)) {
            return timed(side, scratch);
        }
    }

    /** Forks, then merges, as they follow each other. */
    private ForkMergeRounds.Round night(ScratchDatabase template) {
        try (ScratchDatabase scratch = server.copyOf(template)) {
            return timed(forking, scratch).plus(timed(merging, scratch));
        }
    }

    private ForkMergeRounds.Round timed(SweepSide side, ScratchDatabase scratch) {
        AtomicReference<CpuSeconds> before = new AtomicReference<>(CpuSeconds.NONE);
        SweepSide.Timed timed =
                side.run(scratch, HierarchyFixture.NIGHT, () -> before.set(CpuSeconds.soFar(server.home())));
        CpuSeconds cpu = CpuSeconds.soFar(server.home()).less(before.get());
        SweepSide.mustBeComplete(timed.report());
        long wal = new BenchStore(Session.of(scratch.administrator())).walPosition() - timed.walBefore();
        return new ForkMergeRounds.Round(
                timed.seconds(), cpu, timed.report().tally().of(AccountOutcome.POSTED), wal);
    }
}
