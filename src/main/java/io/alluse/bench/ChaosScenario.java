package io.alluse.bench;

import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.database.ScratchServer.ScratchDatabase;
import io.alluse.fork.ForkJob;
import io.alluse.tax.TaxAndBuffer;
import io.alluse.tax.TaxAndBufferJob;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The job that is disturbed, and on what. */
public enum ChaosScenario {
    TAX_AND_BUFFER(TaxAndBuffer.RULE, false),
    FORK_SWEEP(ForkJob.RULE, true);

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

    ScratchDatabase template(SweepFixture accounts, long many) {
        return switch (this) {
            case TAX_AND_BUFFER -> accounts.earning(many);
            case FORK_SWEEP -> new HierarchyFixture(accounts).grown(many, 1, ONE_MAIN_IN);
        };
    }

    /** How many take part in what is disturbed, at least. */
    long workload(long accounts) {
        return inTurns ? accounts / SweepFixture.ACCOUNTS_PER_MAIN : accounts;
    }

    SweepSide.Making making(Clock clock) {
        return switch (this) {
            case TAX_AND_BUFFER -> (context, book) -> new TaxAndBufferJob(context.session(), book);
            case FORK_SWEEP ->
                (context, book) -> new ForkJob(
                        context.session(),
                        Audit.of(context.dataSource(), AuditContext.of(List.of("bench"), null, clock)));
        };
    }
}
