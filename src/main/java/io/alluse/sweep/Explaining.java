package io.alluse.sweep;

import io.alluse.account.AccountRef;
import io.alluse.account.Accounts;
import io.alluse.account.PoliciesInForce;
import io.alluse.account.PolicyRecord;
import io.alluse.fault.Fault;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.PastAccount;
import io.alluse.lot.Lots;
import io.alluse.money.Money;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.run.AccountOutcome;
import io.alluse.run.Run;
import io.alluse.run.Runs;
import io.alluse.run.WorkPart;
import io.alluse.sql.Session;
import io.alluse.sweep.Decision.SetAside;
import io.alluse.sweep.Explanation.Again;
import io.alluse.sweep.Explanation.Event;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Finds out why an account came to what it came to in a run of this job. */
public final class Explaining<F> {

    private final SweepJob<F> job;
    private final Runs runs;
    private final Accounts accounts;
    private final Ledger ledger;
    private final PoliciesInForce policies;
    private final PolicyRecord record;
    private final Lots lots;
    private final KeptStore kept;
    private final ExplanationStore store;

    public Explaining(SweepJob<F> job, Session session, Runs runs, PolicyBook book) {
        this.job = job;
        this.runs = runs;
        this.accounts = new Accounts(session);
        this.ledger = new Ledger(session);
        this.policies = new PoliciesInForce(session, book);
        this.record = new PolicyRecord(session);
        this.lots = new Lots(session);
        this.kept = new KeptStore(session);
        this.store = new ExplanationStore(session);
    }

    /** An account that the run is not about is not found. */
    public Explanation explain(Run run, String code) {
        AccountRef account = accounts.account(code);
        WorkPart part = partOf(run, account);
        Event event = store.event(account.id(), run.id(), run.key()).orElse(null);
        List<KeptOutcome> passes = kept.page(
                new KeptStore.Bounds(run.id(), account.id()),
                EnumSet.allOf(AccountOutcome.class),
                null,
                Integer.MAX_VALUE);
        boolean reached = isReached(last(run, part, passes), account);
        Again again = event == null ? again(run, account) : again(run, account, event);
        return new Explanation(account, reached, event, passes, again);
    }

    /** The part of the last pass that the account is in. */
    private WorkPart last(Run run, WorkPart first, List<KeptOutcome> passes) {
        Integer takenIn = passes.isEmpty() ? null : passes.getLast().takenIn();
        return takenIn == null ? first : runs.parts(run.id(), takenIn).getFirst();
    }

    private static boolean isReached(WorkPart part, AccountRef account) {
        return part.isDone() || part.position() >= account.id().value();
    }

    private WorkPart partOf(Run run, AccountRef account) {
        String notOfIt = account.code() + " is not among the accounts of run " + run.id() + " of " + run.key() + ": ";
        if (!job.tiers().contains(account.tier())) {
            throw Fault.notFound(notOfIt + "the job is about " + job.tiers() + ", it is a " + account.tier());
        }
        List<WorkPart> parts = runs.parts(run.id(), 1);
        if (parts.isEmpty()) {
            throw Fault.notFound("run " + run.id() + " ended before it had fixed which accounts it is about");
        }
        long id = account.id().value();
        long serial = store.serial(account.id());
        return parts.stream()
                .filter(part -> !part.inTurn()
                        && part.span().after() < id
                        && id <= part.span().upTo()
                        && serial <= part.span().serialBound())
                .findFirst()
                .orElseThrow(() -> Fault.notFound(notOfIt + "it was opened later"));
    }

    /** By the very policy that the event was posted by, on what the account was before it. */
    private Again again(Run run, AccountRef account, Event event) {
        return again(run, account, event.no() - 1, record.byHash(event.policy()));
    }

    private Again again(Run run, AccountRef account) {
        int no = store.lastBefore(account.id(), run.id(), run.key().date());
        if (no == 0) {
            throw Fault.notFound(
                    account.code() + " was not there yet when run " + run.id() + " of " + run.key() + " came by");
        }
        return again(
                run, account, no, policies.of(account.id(), run.key().date().date()));
    }

    private Again again(Run run, AccountRef account, int no, Policy policy) {
        PastAccount past = ledger.after(account.id(), account.code(), no);
        Money bound = lots.history(account.id()).asOf(run.key().date().date()).bound();
        AccountView view = new AccountView(past.head().binding(bound), account.tier(), policy);
        try {
            F facts = job.pastFacts(view, past.years(), run.key().date());
            List<String> lines =
                    new ArrayList<>(job.explain(view, facts, run.key().date()));
            lines.addAll(job.remarks(past, run.key().date()));
            return new Again(no, view, job.decide(view, facts, run.key().date()), lines);
        } catch (RuntimeException e) {
            String why = "the rule fails: " + e.getClass().getSimpleName() + ": " + Fault.reason(e);
            return new Again(no, view, new SetAside(why), List.of(why));
        }
    }

    /** What is kept of single accounts of this run, the first ones. */
    public static List<KeptOutcome> first(Session session, long runId, AccountOutcome outcome, int most) {
        return new KeptStore(session).page(new KeptStore.Bounds(runId, null), EnumSet.of(outcome), null, most);
    }
}
