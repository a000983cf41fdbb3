package io.alluse.bench;

import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.calendar.BusinessDay;
import io.alluse.database.ScratchServer;
import io.alluse.database.ScratchServer.ScratchDatabase;
import io.alluse.fault.Fault;
import io.alluse.ledger.LedgerVerification;
import io.alluse.ledger.VerifyReport;
import io.alluse.policy.PolicyBook;
import io.alluse.run.JobContext;
import io.alluse.run.Runs;
import io.alluse.run.StopSignal;
import io.alluse.sql.Session;
import io.alluse.statement.StatementImport;
import io.alluse.statement.StatementReport;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Imports mutants into the accounts of one database, one after the other: what one leaves, the next one finds. */
final class MutantImports implements AutoCloseable {

    private static final BusinessDay DATE = BusinessDay.parse("2026-12-31");
    private static final int THREADS = 2;
    private static final int PER_MAIN = 20;

    private final ScratchDatabase scratch;
    private final JobContext context;
    private final StatementImport imports;
    private final FuzzStore store;
    private final List<String> accounts;

    private MutantImports(ScratchDatabase scratch, Clock clock, List<String> accounts) {
        this.scratch = scratch;
        this.accounts = accounts;
        context = JobContext.start(scratch.database(), THREADS);
        store = new FuzzStore(Session.of(scratch.administrator()));
        imports = new StatementImport(
                context.session(),
                context.batch(),
                new Runs(context.session(), scratch.database().program(), clock),
                PolicyBook.shipped(),
                Audit.of(context.dataSource(), AuditContext.of(List.of("bench"), null, clock)));
    }

    /** Few accounts, so that each gets several files. */
    static MutantImports open(ScratchServer server, Path folder, Clock clock, int imports) {
        int mains = 2 + imports / PER_MAIN;
        ScratchDatabase scratch = new SweepFixture(server, folder, clock).mapped(mains);
        return new MutantImports(scratch, clock, BenchPlan.mappedReferences(mains));
    }

    /** Whose file a mutant says it is. */
    String accountOf(Mutant mutant) {
        return mutant.pick(accounts);
    }

    MutantOutcome outcome(Mutant mutant, Path file, boolean acceptPartial) {
        long before = store.events();
        MutantOutcome outcome = imported(mutant, file, acceptPartial);
        boolean posts = outcome == MutantOutcome.POSTED || outcome == MutantOutcome.POSTED_IN_PART;
        if (!posts && store.events() != before) {
            throw new IllegalStateException(outcome.words() + ", but there are events of it");
        }
        return outcome;
    }

    private MutantOutcome imported(Mutant mutant, Path file, boolean acceptPartial) {
        try {
            return outcome(imports.run(new StatementImport.Order(
                    file,
                    mutant.format(),
                    accountOf(mutant),
                    DATE,
                    acceptPartial,
                    THREADS,
                    SweepFixture.owner(),
                    new StopSignal())));
        } catch (Fault fault) {
            return switch (fault.exit()) {
                case USAGE -> MutantOutcome.NO_STATEMENT;
                case CONFLICT -> MutantOutcome.IMPORTED_BEFORE;
                case OK, FAILED, SET_ASIDE, NOT_ALLOWED, NOT_FOUND, ENVIRONMENT, STOPPED, TIMED_OUT -> throw fault;
            };
        }
    }

    private static MutantOutcome outcome(StatementReport report) {
        if (report.refused() && report.counts().posted() == 0 && report.withheld() >= 0) {
            return MutantOutcome.REFUSED_FOR_REJECTED_LINES;
        }
        if (!report.run().outcome().isComplete() || report.counts().sum() != report.seen()) {
            throw new IllegalStateException("run " + report.run().id() + " of " + report.seen() + " lines ended "
                    + report.run().outcome() + " with " + report.counts() + ": "
                    + report.run().failure());
        }
        return report.counts().rejected() == 0 ? MutantOutcome.POSTED : MutantOutcome.POSTED_IN_PART;
    }

    /** After all of it: what the ledger or the lots say against themselves or each other. */
    List<String> contradictions() {
        List<String> contradictions = new ArrayList<>(store.lotsThatDiffer());
        VerifyReport verified =
                new LedgerVerification(scratch.database().program()).verify(LedgerVerification.Scope.ALL, done -> {});
        verified.first().forEach(finding -> contradictions.add("ledger verify: " + finding));
        return contradictions;
    }

    @Override
    public void close() {
        context.close();
        scratch.close();
    }
}
