package io.alluse.statement;

import io.alluse.account.PoliciesInForce;
import io.alluse.account.PolicyRecord;
import io.alluse.audit.Audit;
import io.alluse.broker.StatementReading;
import io.alluse.calendar.BusinessDay;
import io.alluse.fault.Fault;
import io.alluse.intent.Intents;
import io.alluse.ledger.Ledger;
import io.alluse.lot.Lots;
import io.alluse.policy.PolicyBook;
import io.alluse.run.ActiveRun;
import io.alluse.run.BatchJobs;
import io.alluse.run.Outcome;
import io.alluse.run.Owner;
import io.alluse.run.Run;
import io.alluse.run.RunKey;
import io.alluse.run.Runs;
import io.alluse.run.StopSignal;
import io.alluse.run.WorkPart;
import io.alluse.sql.Infrastructure;
import io.alluse.sql.Session;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The job {@code statement-import}: a broker's file is staged, judged as a whole, and posted page by page (docs/rules.md 9.1). */
public final class StatementImport {

    public static final String JOB = StatementPostings.RULE;
    static final int PAGE = 4_000;
    private static final long ONE_PART_BELOW = 20_000;

    private final Session session;
    private final BatchJobs batch;
    private final Runs runs;
    private final PolicyBook book;
    private final Ledger ledger;
    private final StatementStore statements;
    private final Staged staged;
    private final Audit audit;

    public StatementImport(Session session, BatchJobs batch, Runs runs, PolicyBook book, Audit audit) {
        this.session = session;
        this.batch = batch;
        this.runs = runs;
        this.book = book;
        this.ledger = new Ledger(session);
        this.statements = new StatementStore(session);
        this.staged = new Staged(session, runs, statements);
        this.audit = audit;
    }

    /**
     * How a file is to be imported.
     *
     * @param format as the broker's formats are named; recognised by content if none is given
     * @param account whose lines they are where the file does not say: an account, or a main account whose accounts share a broker's
     * @param acceptPartial whether lines are posted although others are rejected
     * @param page activities per transaction
     */
    public record Order(
            Path file,
            @Nullable String format,
            @Nullable String account,
            BusinessDay date,
            boolean acceptPartial,
            int threads,
            int page,
            long onePartBelow,
            Owner owner,
            StopSignal stop) {

        public Order(
                Path file,
                @Nullable String format,
                @Nullable String account,
                BusinessDay date,
                boolean acceptPartial,
                int threads,
                Owner owner,
                StopSignal stop) {
            this(file, format, account, date, acceptPartial, threads, PAGE, ONE_PART_BELOW, owner, stop);
        }

        /** However small the file is. */
        public Order inParts(int activitiesPerPage) {
            return new Order(file, format, account, date, acceptPartial, threads, activitiesPerPage, 0, owner, stop);
        }
    }

    /** What is no statement, or has been imported, is refused before anything is written. */
    public StatementReport run(Order order) {
        StatementReading.recognise(order.file(), order.format());
        @Nullable Long unnamed = unnamed(order.account());
        String digest = FileDigest.of(order.file(), unnamed);
        RunKey key = key(order.date(), digest);
        refuseIfBegunElsewhere(key, digest, order);
        String name = order.file().getFileName().toString();
        try (ActiveRun run = runs.begin(key, name, order.owner(), order.stop())) {
            Optional<Throwable> failure = carriedOut(run, order, new Staged.File(digest, unnamed));
            return ended(run, order, failure);
        }
    }

    private @Nullable Long unnamed(@Nullable String account) {
        return account == null ? null : AccountNames.ofOurs(session, account);
    }

    /** The run that has imported this very file for this account under this date, whatever became of single lines. */
    public Optional<Run> completed(Path file, @Nullable String account, BusinessDay date) {
        return runs.find(new RunKey(JOB, date, FileDigest.of(file, unnamed(account))))
                .filter(run -> run.outcome().isComplete());
    }

    /** A run that has ended with rejected lines is followed by another one, for which all that it posted are duplicates. */
    private RunKey key(BusinessDay date, String digest) {
        RunKey key = new RunKey(JOB, date, digest);
        for (int nth = 2; hasRejected(key); nth++) {
            key = new RunKey(JOB, date, digest + "/" + nth);
        }
        return key;
    }

    private boolean hasRejected(RunKey key) {
        return runs.find(key)
                .filter(run -> run.outcome() == Outcome.COMPLETED_WITH_SET_ASIDES)
                .isPresent();
    }

    private void refuseIfBegunElsewhere(RunKey key, String digest, Order order) {
        statements
                .begun(digest)
                .flatMap(runs::find)
                .filter(run -> !run.key().equals(key))
                .ifPresent(run -> {
                    throw Fault.conflict(order.file() + " has been begun by run " + run.id() + " of "
                            + run.key().date() + ", which has not finished; go on with --date "
                            + run.key().date());
                });
    }

    private Optional<Throwable> carriedOut(ActiveRun run, Order order, Staged.File file) {
        try {
            Pages pages = pages(run, staged.ref(run, file));
            if (run.isContinued()) {
                staged.mustBeThere(run, order, file);
            } else if (!prepared(run, order, file)) {
                return Optional.empty();
            }
            return post(run, order, pages);
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    /** Staged, and in whole-file mode judged; not if some line of a whole file was rejected, or if it is to stop. */
    private boolean prepared(ActiveRun run, Order order, Staged.File file) {
        session.transaction(() -> {
            audit.begin("statement " + order.file().getFileName(), run.id());
            staged.stage(run, order, file);
        });
        String ref = staged.ref(run, file);
        if (!order.acceptPartial()
                && !new WholeFileCheck(session, pages(run, ref), order.threads(), order.stop()).passes(run.id())) {
            return false;
        }
        session.transaction(() -> {
            new StatementBalances(session).begin(run.id(), ref, run.key().date());
            staged.fix(run);
        });
        return true;
    }

    private Pages pages(ActiveRun run, String ref) {
        PoliciesInForce policies = new PoliciesInForce(session, book);
        Desk desk = new Desk(
                new FactsStore(session),
                new Lots(session),
                new Intents(session),
                new KeptLineStore(session),
                ledger,
                policies,
                run.key().date());
        return new Pages(new StageStore(session), desk, ref);
    }

    private Optional<Throwable> post(ActiveRun run, Order order, Pages pages) {
        PoliciesInForce policies = new PoliciesInForce(session, book);
        StatementWork.Tools tools = new StatementWork.Tools(
                runs,
                ledger,
                new PageStore(session),
                new VerdictStore(session),
                new Lots(session),
                new Intents(session),
                new KeptLineStore(session),
                new Settling(session, run.key().date()),
                new BackdatedLotStore(session),
                pages,
                new StatementPostings(pages.ref(), run.key().date()),
                pages.ref(),
                !order.acceptPartial(),
                new PolicyRecord(session),
                policy -> policies.base(policy.name()));
        Optional<Throwable> failure = batch.launch(
                batch.job(
                        JOB,
                        batch.<StatementWork.ReadPage, StatementWork.JudgedPage>parts(
                                "post",
                                run,
                                runs,
                                order.threads(),
                                order.stop(),
                                part -> new StatementWork(tools, part))),
                run);
        if (failure.isEmpty() && runs.parts(run).stream().allMatch(WorkPart::isDone)) {
            new StatementBalances(session)
                    .end(run.id(), order.file().getFileName().toString());
        }
        return failure;
    }

    private LateArrivals late(BusinessDay date) {
        return new LateArrivals(session, new PoliciesInForce(session, book), date.date());
    }

    private StatementReport ended(ActiveRun run, Order order, Optional<Throwable> failure) {
        boolean passing =
                run.isLost() || failure.filter(Infrastructure::isPassing).isPresent();
        StatementReport report;
        try {
            if (!runs.isHeld(run)) {
                runs.end(run, Outcome.FAILED, "taken over by another process");
                throw Fault.conflict("run " + run.id() + " has been taken over by another process, which carries it out"
                        + " now; watch it with `alluse job status " + run.id() + "`");
            }
            report = new Ending(runs, statements, new VerdictStore(session), staged, late(order.date()))
                    .end(run, order.stop(), failure.map(Fault::reason).orElse(""), passing);
        } catch (Fault told) {
            throw told;
        } catch (RuntimeException gone) {
            String why = failure.map(Fault::reason).orElseGet(() -> Infrastructure.wordsOf(gone));
            throw Fault.environment(
                    "run " + run.id() + " could not be ended: " + why
                            + "; once the database answers, give the same command again: it goes on where it was",
                    gone);
        }
        failure.filter(Fault.class::isInstance).map(Fault.class::cast).ifPresent(fault -> {
            throw fault;
        });
        return report;
    }
}
