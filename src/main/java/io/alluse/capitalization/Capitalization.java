package io.alluse.capitalization;

import static io.alluse.ledger.LedgerAccount.CAPITAL;

import io.alluse.account.AccountOpening;
import io.alluse.account.PolicyOverrides;
import io.alluse.account.PolicyRecord;
import io.alluse.audit.Audit;
import io.alluse.calendar.BusinessDay;
import io.alluse.capitalization.PlanStaging.Staged;
import io.alluse.fault.Fault;
import io.alluse.ledger.Balances;
import io.alluse.ledger.Ledger;
import io.alluse.policy.PolicyBook;
import io.alluse.run.AccountOutcome;
import io.alluse.run.ActiveRun;
import io.alluse.run.BatchJobs;
import io.alluse.run.Outcome;
import io.alluse.run.Owner;
import io.alluse.run.Run;
import io.alluse.run.RunKey;
import io.alluse.run.Runs;
import io.alluse.run.StopSignal;
import io.alluse.run.Tally;
import io.alluse.run.WorkPart;
import io.alluse.sql.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The job {@code initial-capitalization}: stage the plan, then open its main accounts part by part. */
public final class Capitalization {

    public static final String JOB = OpeningPostings.RULE;
    private static final int ONE_PART_BELOW_ACCOUNTS = 50_000;
    private static final int ACCOUNTS_PER_MAIN = 3;

    private final Session session;
    private final BatchJobs batch;
    private final Runs runs;
    private final StageStore stage;
    private final PlanStore plans;
    private final PlanPolicies policies;
    private final Rehearsal rehearsal;
    private final PolicyRecord record;
    private final AccountOpening accounts;
    private final Ledger ledger;
    private final Audit audit;

    public Capitalization(Session session, BatchJobs batch, Runs runs, PolicyBook book, Audit audit) {
        this.session = session;
        this.batch = batch;
        this.runs = runs;
        this.stage = new StageStore(session);
        this.plans = new PlanStore(session);
        this.policies = new PlanPolicies(book);
        this.rehearsal = new Rehearsal(session, stage, policies);
        this.record = new PolicyRecord(session);
        this.accounts = new AccountOpening(session);
        this.ledger = new Ledger(session);
        this.audit = audit;
    }

    /** How a plan is to be carried out. */
    public record Order(
            Path plan,
            BusinessDay date,
            boolean allOrNothing,
            int threads,
            Owner owner,
            StopSignal stop,
            long onePartBelowAccounts) {

        public Order(Path plan, BusinessDay date, boolean allOrNothing, int threads, Owner owner, StopSignal stop) {
            this(plan, date, allOrNothing, threads, owner, stop, ONE_PART_BELOW_ACCOUNTS);
        }

        /** However small the plan is. */
        public Order inParts() {
            return new Order(plan, date, allOrNothing, threads, owner, stop, 0);
        }
    }

    /** What is not a plan, or has been carried out, is refused before anything is written. */
    public CapitalizationReport run(Order order) {
        PlanFile file = new PlanFile(order.plan());
        RunKey key = new RunKey(JOB, order.date(), digest(file));
        boolean continued = isContinued(key, order.plan());
        if (order.allOrNothing() && !continued) {
            CapitalizationPreview preview = rehearsal.ofProblems(file, order.date());
            if (preview.refused() > 0) {
                throw new PlanRefused(preview);
            }
        }
        try (ActiveRun run = runs.begin(key, file.name(), order.owner(), order.stop())) {
            return carriedOut(run, file, order);
        }
    }

    /** The run that has carried out this very plan, under whatever date. */
    public Optional<Run> completed(Path plan) {
        return runs.withInput(JOB, digest(new PlanFile(plan)))
                .filter(run -> run.outcome().isComplete());
    }

    /** Reads and decides as a run would, hands on every main account it would open, and writes nothing. */
    public static CapitalizationPreview preview(
            Session session, PolicyBook book, Path plan, BusinessDay date, Consumer<PlannedMain> opened) {
        return new Rehearsal(session, new StageStore(session), new PlanPolicies(book))
                .of(new PlanFile(plan), date, opened);
    }

    private static String digest(PlanFile file) {
        return file.read(line -> {}, problem -> {});
    }

    /** Whether an earlier attempt has staged this plan; under another date, that attempt has to be finished. */
    private boolean isContinued(RunKey key, Path plan) {
        Optional<Run> earlier = runs.withInput(JOB, key.inputDigest()).filter(run -> run.population() != null);
        earlier.ifPresent(run -> {
            if (run.outcome().isComplete()) {
                throw Fault.conflict(plan + " has been carried out before: run " + run.id() + " of "
                        + run.key().date() + " ended " + run.outcome() + "; nothing was posted"
                        + (run.setAside() == 0
                                ? ""
                                : " (to try its " + run.setAside()
                                        + " refused rows again, put them in a plan of their own)"));
            }
            if (!run.key().equals(key)) {
                throw Fault.conflict(plan + " has been begun by run " + run.id() + " of "
                        + run.key().date() + ", which has not finished; go on with --date "
                        + run.key().date());
            }
        });
        return earlier.isPresent();
    }

    private CapitalizationReport carriedOut(ActiveRun run, PlanFile file, Order order) {
        long auditId = session.transaction(() -> audit.begin("capital plan " + file.name(), run.id()));
        OpeningWork.Tools tools =
                new OpeningWork.Tools(plans, policies, runs, accounts, new PolicyOverrides(session), ledger, audit);
        Optional<Throwable> failure = batch.launch(
                batch.job(
                        JOB,
                        batch.once("stage", () -> stage(run, file, order)),
                        batch.<List<StagedRow>, List<Opening>>parts(
                                "open",
                                run,
                                runs,
                                order.threads(),
                                order.stop(),
                                part -> new OpeningWork(tools, order.date(), auditId, part))),
                run);
        CapitalizationReport report = ended(run, order, failure);
        failure.filter(Fault.class::isInstance).map(Fault.class::cast).ifPresent(fault -> {
            throw fault;
        });
        return report;
    }

    /** Once only: an attempt that was killed right after it committed this step could not tell the framework. */
    private void stage(ActiveRun run, PlanFile file, Order order) {
        if (run.isContinued()) {
            return;
        }
        // Between the first look and the lock another run of this plan may have come and gone.
        isContinued(run.key(), order.plan());
        Staged staged = new PlanStaging(stage, policies).stage(file, order.date(), true);
        if (!staged.digest().equals(run.key().inputDigest())) {
            throw Fault.conflict(order.plan() + " has been changed while it was read; nothing was posted");
        }
        if (order.allOrNothing() && staged.refused() > 0) {
            throw Fault.conflict(order.plan() + " could be carried out as a whole a moment ago, but another command has"
                    + " opened some of it since; nothing was posted");
        }
        stage.choices().forEach(this::remember);
        stage.keepProblems(run.id());
        stage.keepRows(run.id(), staged.taken() * ACCOUNTS_PER_MAIN < order.onePartBelowAccounts());
        runs.setPopulation(run, staged.rows(), staged.alreadyThere(), staged.refused());
        plans.parts(run.id()).forEach((part, rows) -> runs.addPart(run, part, rows));
    }

    private void remember(PlanRow.PolicyChoice choice) {
        record.rememberBase(policies.base(choice));
        record.rememberEffective(policies.taken(choice));
    }

    private CapitalizationReport ended(ActiveRun run, Order order, Optional<Throwable> failure) {
        String reason = failure.map(Fault::reason).orElse("");
        try {
            return ended(run, order, reason);
        } catch (RuntimeException gone) {
            throw Fault.environment(
                    "run " + run.id() + " could not be ended: " + (reason.isEmpty() ? Fault.reason(gone) : reason)
                            + "; once the database answers, give the same command again: it goes on where it was",
                    gone);
        }
    }

    /** The outcome is read from the database: what the framework reports is only the reason of a failure. */
    private CapitalizationReport ended(ActiveRun active, Order order, String failure) {
        Run run = runs.refreshed(active);
        List<WorkPart> parts = runs.parts(active);
        PlanStore.Opened opened = plans.opened(active.id());
        Tally tally = runs.tally(run.id(), run.pass());
        long posted = tally.of(AccountOutcome.POSTED);
        boolean staged = run.population() != null;
        boolean allDone = staged && parts.stream().allMatch(WorkPart::isDone);
        String mismatch = allDone ? mismatch(run, posted, tally.moved(), opened) : "";
        String why = mismatch.isEmpty() ? failure : mismatch;
        Outcome outcome = outcome(allDone && mismatch.isEmpty(), why, run, order.stop());
        runs.end(active, outcome, outcome == Outcome.FAILED ? why : null);
        return new CapitalizationReport(
                runs.refreshed(active),
                posted,
                opened.accounts(),
                plans.firstAndLast(active.id()),
                tally.moved(),
                plans.problems(active.id(), Rehearsal.MOST_PROBLEMS));
    }

    /** A stop that was asked for does not hide a failure. */
    private static Outcome outcome(boolean complete, String why, Run run, StopSignal stop) {
        if (complete) {
            return run.setAside() == 0 ? Outcome.COMPLETED : Outcome.COMPLETED_WITH_SET_ASIDES;
        }
        return stop.isRequested() && why.isEmpty() ? Outcome.STOPPED : Outcome.FAILED;
    }

    /** Counted in the ledger itself, not in what the run says of itself. */
    private static String mismatch(Run run, long posted, Balances moved, PlanStore.Opened opened) {
        long population = run.population() == null ? -1 : run.population();
        if (population != posted + run.nothing() + run.setAside()) {
            return "the outcomes do not add up: population " + population + ", posted " + posted + ", already there "
                    + run.nothing() + ", refused " + run.setAside();
        }
        PlanStore.Opened told = new PlanStore.Opened(
                posted, posted * ACCOUNTS_PER_MAIN, moved.natural(CAPITAL), moved.natural(CAPITAL));
        return opened.equals(told) ? "" : "the database holds " + opened + " of this run, which says it has " + told;
    }
}
