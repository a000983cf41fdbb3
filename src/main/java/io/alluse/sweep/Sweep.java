package io.alluse.sweep;

import static io.alluse.run.AccountOutcome.SET_ASIDE;

import io.alluse.account.AccountId;
import io.alluse.account.PoliciesInForce;
import io.alluse.account.PolicyRecord;
import io.alluse.calendar.BusinessDay;
import io.alluse.fault.Fault;
import io.alluse.ledger.Ledger;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.run.ActiveRun;
import io.alluse.run.BatchJobs;
import io.alluse.run.Outcome;
import io.alluse.run.Owner;
import io.alluse.run.Progress;
import io.alluse.run.Run;
import io.alluse.run.RunKey;
import io.alluse.run.Runs;
import io.alluse.run.StopSignal;
import io.alluse.run.Tally;
import io.alluse.run.WorkPart;
import io.alluse.sql.Infrastructure;
import io.alluse.sql.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.batch.core.step.Step;

/** Carries out an account job: every account of the population comes to exactly one outcome, once. */
public final class Sweep<F> {

    public static final int CHUNK = 2_000;
    public static final long ONE_PART_BELOW = 50_000;
    private static final int ACCOUNTS_PER_TURN = 4;

    private final SweepJob<F> job;
    private final Session session;
    private final BatchJobs batch;
    private final Runs runs;
    private final PolicyBook book;
    private final Ledger ledger;
    private final OutcomeStore outcomes;
    private final Completeness completeness;

    public Sweep(SweepJob<F> job, Session session, BatchJobs batch, Runs runs, PolicyBook book) {
        this.job = job;
        this.session = session;
        this.batch = batch;
        this.runs = runs;
        this.book = book;
        this.ledger = new Ledger(session);
        this.outcomes = new OutcomeStore(session);
        this.completeness = new Completeness(outcomes, job.name());
    }

    /**
     * How a run is to be carried out.
     *
     * @param again whether a run that ended with accounts set aside takes these again
     * @param chunk accounts per transaction
     */
    public record Order(
            BusinessDay date, boolean again, int threads, int chunk, long onePartBelow, Owner owner, StopSignal stop) {

        public Order(BusinessDay date, boolean again, int threads, Owner owner, StopSignal stop) {
            this(date, again, threads, CHUNK, ONE_PART_BELOW, owner, stop);
        }
    }

    public SweepReport run(Order order) {
        job.mustBeFor(order.date());
        new ClosedDates(runs, job).mustAllow(order.date(), order.again());
        RunKey key = RunKey.of(job.name(), order.date());
        if (order.again()) {
            runs.find(key).ifPresent(this::mustHaveSomeLeft);
        }
        try (ActiveRun run = order.again()
                ? runs.beginAgain(key, order.owner(), order.stop())
                : runs.begin(key, null, order.owner(), order.stop())) {
            return ended(run, order, carriedOut(run, order));
        }
    }

    /** A pass over nobody would be followed by another one, for ever. */
    private void mustHaveSomeLeft(Run run) {
        if (run.outcome() == Outcome.COMPLETED_WITH_SET_ASIDES && outcomes.left(run.id(), run.pass()) == 0) {
            throw Fault.conflict(run.key() + " has nothing left to take again: what run " + run.id()
                    + " set aside has been resolved; nothing was posted");
        }
    }

    private Optional<Throwable> carriedOut(ActiveRun run, Order order) {
        Population population = new Population(ledger, runs, new PopulationStore(session), outcomes, job.tiers());
        PoliciesInForce inForce = new PoliciesInForce(session, book);
        Function<List<AccountId>, Map<AccountId, Policy>> policies = ids -> ofPage(ids, run, inForce);
        SweepWork.Tools tools = tools(run, order, inForce, policies);
        try {
            session.transaction(() -> population.fix(run, order.onePartBelow()));
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
        Step sweep = batch.<Page, SweepWork.DecidedPage>parts(
                "sweep",
                run,
                runs,
                order.threads(),
                order.stop(),
                part -> !part.inTurn(),
                part -> new SweepWork(tools, new Pages(job, population, policies, order.chunk()), part));
        return batch.launch(
                job instanceof TurnJob<F> inTurns
                        ? batch.job(job.name(), sweep, turns(inTurns, run, order), carryOut(inTurns, run, order, tools))
                        : batch.job(job.name(), sweep),
                run);
    }

    private Step turns(TurnJob<F> inTurns, ActiveRun run, Order order) {
        Turns turns = new Turns(inTurns, runs, new TurnStore(session), outcomes);
        return batch.once("turns", () -> turns.give(run, order.onePartBelow()));
    }

    /** What is carried out lies scattered, and writes several accounts for each candidate. */
    private Step carryOut(TurnJob<F> inTurns, ActiveRun run, Order order, SweepWork.Tools tools) {
        int chunk = Math.max(1, order.chunk() / ACCOUNTS_PER_TURN);
        PoliciesInForce inForce = new PoliciesInForce(session, book);
        Deciding<F> deciding =
                new Deciding<>(inTurns, ids -> inForce.of(ids, order.date().date()), order.date());
        return batch.<List<TurnStore.Turn>, TurnWork.DecidedTurns>parts(
                "carry-out",
                run,
                runs,
                order.threads(),
                order.stop(),
                Turns::isTurn,
                part -> new TurnWork(
                        tools.with(deciding), session, tools.turns(), inTurns.hand(run.id()), chunk, part));
    }

    private SweepWork.Tools tools(
            ActiveRun run,
            Order order,
            PoliciesInForce inForce,
            Function<List<AccountId>, Map<AccountId, Policy>> policies) {
        return new SweepWork.Tools(
                runs,
                ledger,
                new Deciding<>(job, policies, order.date()),
                new Poster(session, ledger, job, order.date(), run.id()),
                outcomes,
                new TurnStore(session),
                new PolicyRecord(session),
                policy -> inForce.base(policy.name()));
    }

    /** What has been set aside lies scattered; a first pass walks accounts side by side. */
    private static Map<AccountId, Policy> ofPage(List<AccountId> ids, ActiveRun run, PoliciesInForce policies) {
        return run.pass() == 1
                ? policies.ofPage(ids, run.key().date().date())
                : policies.of(ids, run.key().date().date());
    }

    private SweepReport ended(ActiveRun run, Order order, Optional<Throwable> failure) {
        String reason = failure.map(Fault::reason).orElse("");
        boolean passing =
                run.isLost() || failure.filter(Infrastructure::isPassing).isPresent();
        try {
            if (!runs.isHeld(run)) {
                runs.end(run, Outcome.FAILED, "taken over by another process");
                throw Fault.conflict("run " + run.id()
                        + " has been taken over by another process, which carries it out now;"
                        + " this one has posted nothing since; watch it with `alluse job status " + run.id() + "`");
            }
            return ended(run, order, reason, passing);
        } catch (Fault told) {
            throw told;
        } catch (RuntimeException gone) {
            String why = reason.isEmpty() ? Infrastructure.wordsOf(gone) : reason;
            throw Fault.environment(
                    "run " + run.id() + " could not be ended: " + why + "; `alluse job relaunch " + run.id()
                            + "` goes on where it was",
                    gone);
        }
    }

    /** The outcome is read from the database: what the framework reports is only the reason of a failure. */
    private SweepReport ended(ActiveRun active, Order order, String failure, boolean passing) {
        Run run = runs.refreshed(active);
        List<WorkPart> parts = runs.parts(active);
        Tally tally = runs.tally(run.id(), run.pass());
        boolean allDone = !parts.isEmpty()
                && parts.stream().allMatch(WorkPart::isDone)
                && (!(job instanceof TurnJob<F>) || parts.stream().anyMatch(WorkPart::inTurn));
        String mismatch = allDone ? completeness.mismatch(run, parts, tally, order.threads()) : "";
        String why = mismatch.isEmpty() ? failure : mismatch;
        boolean complete = allDone && mismatch.isEmpty();
        Outcome outcome = outcome(complete, why, tally, order.stop());
        Progress progress = runs.progress(run.id());
        String told = why.isEmpty() ? "ended after " + progress.done() + " of " + progress.total() + " accounts" : why;
        runs.end(active, outcome, outcome == Outcome.FAILED ? told : null);
        return new SweepReport(runs.refreshed(active), tally, passing && !complete && mismatch.isEmpty());
    }

    /** A stop that was asked for does not hide a failure. */
    private static Outcome outcome(boolean complete, String why, Tally tally, StopSignal stop) {
        if (complete) {
            return tally.of(SET_ASIDE) == 0 ? Outcome.COMPLETED : Outcome.COMPLETED_WITH_SET_ASIDES;
        }
        return stop.isRequested() && why.isEmpty() ? Outcome.STOPPED : Outcome.FAILED;
    }
}
