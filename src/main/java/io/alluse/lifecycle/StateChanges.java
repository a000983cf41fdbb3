package io.alluse.lifecycle;

import io.alluse.account.AccountId;
import io.alluse.account.AccountRef;
import io.alluse.account.AccountState;
import io.alluse.account.Accounts;
import io.alluse.account.Brokerage;
import io.alluse.account.PoliciesInForce;
import io.alluse.account.PolicyRecord;
import io.alluse.audit.Act;
import io.alluse.audit.Audit;
import io.alluse.audit.LogContext;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.Posting;
import io.alluse.lifecycle.StateDecision.Already;
import io.alluse.lifecycle.StateDecision.Change;
import io.alluse.lifecycle.StateDecision.Refuse;
import io.alluse.money.Money;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.sql.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Suspends, resumes, closes and recovers an account, or all accounts of a main account in one transaction (docs/rules.md 8). */
public final class StateChanges {

    private static final Logger LOG = LoggerFactory.getLogger(StateChanges.class);

    private final Session session;
    private final Accounts accounts;
    private final Ledger ledger;
    private final BrokerageStore brokerage;
    private final PoliciesInForce policies;
    private final PolicyRecord record;
    private final Audit audit;
    private final ForkEnding forks;

    public StateChanges(Session session, PolicyBook book, Audit audit) {
        this.session = session;
        this.accounts = new Accounts(session);
        this.ledger = new Ledger(session);
        this.brokerage = new BrokerageStore(session);
        this.policies = new PoliciesInForce(session, book);
        this.record = new PolicyRecord(session);
        this.audit = audit;
        this.forks = new ForkEnding(session, book);
    }

    /** One account and what is decided about it. */
    private record Decided(AccountRef account, AccountHead head, StateDecision decision) {

        StateOutcome outcome(boolean posted) {
            AccountState after = decision instanceof Change change ? change.to() : head.state();
            int no = posted && decision instanceof Change ? head.chain().lastNo() + 1 : 0;
            return new StateOutcome(account.code(), head.state(), after, no);
        }
    }

    /** All or nothing: refused as a whole where one account refuses, and where nothing is left to do. */
    public List<StateOutcome> carryOut(StateVerb verb, String code, Act act) {
        return session.transaction(() -> {
            List<Decided> decided = decide(verb, code, act);
            post(verb, decided, act);
            return decided.stream().map(one -> one.outcome(true)).toList();
        });
    }

    /** What {@link #carryOut} would do. */
    public List<StateOutcome> preview(StateVerb verb, String code, Act act) {
        return session.transaction(() ->
                decide(verb, code, act).stream().map(one -> one.outcome(false)).toList());
    }

    private List<Decided> decide(StateVerb verb, String code, Act act) {
        Target target = Target.of(accounts, code);
        target.mustBeOpenOn(act.date());
        ledger.lock(target.partition());
        Map<AccountId, Brokerage> brokerages = brokerage.states(target.id().main());
        List<Decided> decided = new ArrayList<>();
        for (AccountRef account : target.accounts()) {
            AccountHead head = ledger.locked(account.id()).orElseThrow();
            Brokerage state = Objects.requireNonNull(brokerages.get(account.brokerage()));
            decided.add(new Decided(account, head, decision(verb, target, head, state)));
        }
        mustAgree(decided);
        mustChangeSomething(code, verb, decided);
        return decided;
    }

    /** What is done to a main account passes over those of its accounts that are closed. */
    private static StateDecision decision(StateVerb verb, Target target, AccountHead head, Brokerage brokerage) {
        if (target.isMain() && head.state() == AccountState.CLOSED) {
            return new Already(AccountState.CLOSED);
        }
        return StateRule.decide(verb, new StateRule.Facts(head.state(), head.balances(), brokerage));
    }

    private static void mustAgree(List<Decided> decided) {
        List<String> reasons = new ArrayList<>();
        for (Decided one : decided) {
            if (one.decision() instanceof Refuse(String reason)) {
                reasons.add(one.account().code() + " " + reason);
            }
        }
        if (!reasons.isEmpty()) {
            throw Fault.of(Exit.NOT_ALLOWED, String.join("; ", reasons) + "; nothing was changed");
        }
    }

    private static void mustChangeSomething(String code, StateVerb verb, List<Decided> decided) {
        if (decided.stream().noneMatch(one -> one.decision() instanceof Change)) {
            boolean there = decided.stream().anyMatch(one -> one.head().state() == verb.to());
            throw Fault.conflict(
                    code + " is already " + (there ? verb.to() : AccountState.CLOSED) + "; nothing was changed");
        }
    }

    private void post(StateVerb verb, List<Decided> decided, Act act) {
        long auditId = audit.begin(act.reason(), null);
        for (Decided one : decided) {
            if (one.decision() instanceof Change change) {
                Policy policy = policies.of(one.account().id(), act.date().date());
                record.remember(policies.base(one.account().policy()), policy);
                ledger.append(one.account().id().partition(), List.of(posting(verb, one, change, policy, act)), null);
                audit.entry(auditId, one.account().code(), verb.participle(), change.from() + " to " + change.to());
                if (change.from() == AccountState.SAFE && change.to() == AccountState.ACTIVE) {
                    AccountId id = one.account().id();
                    audit.entries(auditId, forks.after(id.partition(), List.of(id), act));
                }
                try (var _ = LogContext.account(one.account().code())) {
                    LOG.info("{}: {} to {}", verb.participle(), change.from(), change.to());
                }
            }
        }
    }

    /** The number of the event is its ref: an account may be suspended again. */
    private static Posting posting(StateVerb verb, Decided one, Change change, Policy policy, Act act) {
        return new Posting(
                one.head().chain(),
                verb.rule(),
                Integer.toString(one.head().chain().lastNo() + 1),
                act.date(),
                act.date().date(),
                EventKind.STATE_CHANGED,
                policy.hash(),
                Money.ZERO,
                List.of(),
                List.of(),
                change.to(),
                act.detail().put("from", change.from()).put("to", change.to()));
    }
}
