package io.alluse.bench;

import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.database.ScratchServer.ScratchDatabase;
import io.alluse.fork.ForkJob;
import io.alluse.merge.MergeJob;
import io.alluse.policy.PolicyBook;
import io.alluse.run.JobContext;
import io.alluse.tax.TaxAndBuffer;
import io.alluse.tax.TaxAndBufferJob;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The job that is disturbed, and on what. */
public enum ChaosScenario {
    TAX_AND_BUFFER(TaxAndBuffer.RULE, false),
    FORK_SWEEP(ForkJob.RULE, true),
    MERGE_SWEEP(MergeJob.RULE, true);

    /** Of this many main accounts one opens another one, besides the forks of all of them. */
    private static final int ONE_MAIN_IN = 20;

    private final String job;
    private final boolean inTurns;

    ChaosScenario(String job, boolean inTurns) {
        this.job = job;
        this.inTurns = inTurns;
    }

    public String job() {
        return job;
    }

    /** Whether what matters is done in turns, after a walk. */
    boolean isInTurns() {
        return inTurns;
    }

    public static Optional<ChaosScenario> of(String job) {
        return Arrays.stream(values()).filter(known -> known.job.equals(job)).findFirst();
    }

    public static List<String> jobs() {
        return Arrays.stream(values()).map(ChaosScenario::job).toList();
    }

    ScratchDatabase template(SweepFixture accounts, long many, Path folder, Clock clock) {
        HierarchyFixture hierarchy = new HierarchyFixture(accounts, folder, clock);
        return switch (this) {
            case TAX_AND_BUFFER -> accounts.earning(many);
            case FORK_SWEEP -> hierarchy.grown(many, 1, ONE_MAIN_IN);
            case MERGE_SWEEP -> families(hierarchy, many, clock);
        };
    }

    private static ScratchDatabase families(HierarchyFixture hierarchy, long many, Clock clock) {
        SweepSide forking = new SweepSide(FORK_SWEEP.making(clock), PolicyBook.shipped(), clock, 2);
        ScratchDatabase database = hierarchy.founded(many, 1, forking);
        FamilyEndowment.endow(database, HierarchyFixture.NIGHT);
        SweepFixture.settle(database);
        return database;
    }

    /** How many take part in what is disturbed, at least. */
    long workload(long accounts) {
        return inTurns ? accounts / SweepFixture.ACCOUNTS_PER_MAIN : accounts;
    }

    SweepSide.Making making(Clock clock) {
        return switch (this) {
            case TAX_AND_BUFFER -> (context, book) -> new TaxAndBufferJob(context.session(), book);
            case FORK_SWEEP -> (context, book) -> new ForkJob(context.session(), audit(context, clock));
            case MERGE_SWEEP -> (context, book) -> new MergeJob(context.session(), book, audit(context, clock));
        };
    }

    private static Audit audit(JobContext context, Clock clock) {
        return Audit.of(context.dataSource(), AuditContext.of(List.of("bench"), null, clock));
    }
}
