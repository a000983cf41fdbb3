package io.alluse.capitalization;

import io.alluse.account.AccountOpening;
import io.alluse.account.PolicyRecord;
import io.alluse.audit.Audit;
import io.alluse.calendar.BusinessDay;
import io.alluse.capitalization.PlanStaging.Staged;
import io.alluse.fault.Fault;
import io.alluse.ledger.Balances;
import io.alluse.ledger.Ledger;
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
    private static final int MOST_PROBLEMS_SHOWN = 1_000;

    private final Session session;
    private final BatchJobs batch;
    private final Runs runs;
    private final PlanStore plans;
    private final PlanPolicies policies;
    private final PolicyRecord record;
    private final AccountOpening accounts;
    private final Ledger ledger;
    private final Audit audit;

    public Capitalization(Session session, BatchJobs batch, Runs runs, PolicyBook book, Audit audit) {
        this.session = session;
        this.batch = batch;
        this.runs = runs;
        this.plans = new PlanStore(session);
        this.policies = new PlanPolicies(book);
        this.record = new PolicyRecord(session);
        this.accounts = new AccountOpening(session);
        this.ledger = new Ledger(session);
        this.audit = audit;
    }

    /** How a plan is to be carried out. */
    public record Order(Path plan, BusinessDay date, boolean allOrNothing, int threads, Owner owner, StopSignal stop) {}

    public CapitalizationReport run(Order order) {
        PlanFile file = new PlanFile(order.plan());
        String digest = file.digest();
        runs.completedWith(JOB, digest).ifPresent(run -> {
            throw alreadyDone(order, run);
        });
        try (ActiveRun run = runs.begin(new RunKey(JOB, order.date(), digest), file.name(), order.owner())) {
            return carriedOut(run, file, order);
        }
    }

    /** Reads and decides as a run would, hands on every main account it would open, and writes nothing. */
    public CapitalizationPreview preview(Path plan, BusinessDay date, Consumer<PlannedMain> opened) {
        PlanFile file = new PlanFile(plan);
        return session.rehearsal(() -> {
            Staged staged = new PlanStaging(plans, policies).stage(file, date, false);
            Balances totals = Balances.ZERO;
            long after = 0;
            for (List<StagedRow> page = plans.stagedRows(after, OpeningWork.PAGE); !page.isEmpty(); ) {
                for (StagedRow row : page) {
                    Opening opening = OpeningPostings.of(row, policies, date);
                    totals = totals.plus(opening.moved());
                    opened.accept(PlannedMain.of(opening));
                }
                after = page.getLast().number();
                page = plans.stagedRows(after, OpeningWork.PAGE);
            }
            return new CapitalizationPreview(
                    staged.rows(),
                    staged.taken(),
                    staged.alreadyThere(),
                    staged.refused(),
                    totals,
                    plans.stagedProblems(MOST_PROBLEMS_SHOWN));
        });
    }

    private static Fault alreadyDone(Order order, Run run) {
        return Fault.conflict(order.plan() + " has been carried out before: run " + run.id() + " of "
                + run.key().date() + " ended " + run.outcome() + "; nothing was posted");
    }

    private CapitalizationReport carriedOut(ActiveRun run, PlanFile file, Order order) {
        long auditId = session.transaction(() -> audit.begin("capital plan " + file.name(), run.id()));
        OpeningWork.Tools tools = new OpeningWork.Tools(plans, policies, runs, accounts, ledger, audit);
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
        CapitalizationReport report =
                ended(run, order, failure.map(Fault::reason).orElse(""));
        failure.filter(thrown -> thrown instanceof PlanRefused || thrown instanceof Fault)
                .ifPresent(thrown -> {
                    throw (RuntimeException) thrown;
                });
        return report;
    }

    private void stage(ActiveRun run, PlanFile file, Order order) {
        Staged staged = new PlanStaging(plans, policies).stage(file, order.date(), true);
        if (order.allOrNothing() && staged.refused() > 0) {
            throw new PlanRefused(staged.refused(), plans.stagedProblems(MOST_PROBLEMS_SHOWN));
        }
        plans.choices().forEach(this::remember);
        plans.keepProblems(run.id());
        plans.keepRows(run.id(), staged.taken() * ACCOUNTS_PER_MAIN < ONE_PART_BELOW_ACCOUNTS);
        runs.setPopulation(run, staged.rows(), staged.alreadyThere(), staged.refused());
        plans.parts(run.id()).forEach((part, rows) -> runs.addPart(run, part, rows));
    }

    private void remember(PlanRow.PolicyChoice choice) {
        record.rememberBase(policies.base(choice));
        record.rememberEffective(policies.taken(choice));
    }

    /** The outcome is read from the database: what the framework reports is only the reason of a failure. */
    private CapitalizationReport ended(ActiveRun active, Order order, String failure) {
        Run run = runs.refreshed(active);
        List<WorkPart> parts = runs.parts(active);
        PlanStore.Opened opened = plans.opened(active.id());
        long posted = parts.stream().mapToLong(WorkPart::posted).sum();
        boolean staged = run.population() != null;
        boolean allDone = staged && parts.stream().allMatch(WorkPart::isDone);
        String mismatch = allDone ? mismatch(run, posted, opened) : "";
        Outcome outcome = outcome(allDone && mismatch.isEmpty(), run, order.stop());
        String why = mismatch.isEmpty() ? failure : mismatch;
        runs.end(active, outcome, outcome.isComplete() ? null : why);
        return new CapitalizationReport(
                runs.refreshed(active),
                posted,
                opened.accounts(),
                runs.totals(active),
                plans.problems(active.id(), MOST_PROBLEMS_SHOWN));
    }

    private static Outcome outcome(boolean complete, Run run, StopSignal stop) {
        if (complete) {
            return run.setAside() == 0 ? Outcome.COMPLETED : Outcome.COMPLETED_WITH_SET_ASIDES;
        }
        return stop.isRequested() ? Outcome.STOPPED : Outcome.FAILED;
    }

    /** Counted in the ledger itself, not in what the run says of itself. */
    private static String mismatch(Run run, long posted, PlanStore.Opened opened) {
        long population = run.population() == null ? -1 : run.population();
        if (population != posted + run.nothing() + run.setAside()) {
            return "the outcomes do not add up: population " + population + ", posted " + posted + ", already there "
                    + run.nothing() + ", refused " + run.setAside();
        }
        if (opened.mains() != posted || opened.accounts() != posted * ACCOUNTS_PER_MAIN) {
            return "the database holds " + opened.mains() + " main accounts and " + opened.accounts()
                    + " accounts of this run, which says it opened " + posted + " and "
                    + posted * ACCOUNTS_PER_MAIN;
        }
        return "";
    }
}
