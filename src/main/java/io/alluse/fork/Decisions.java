package io.alluse.fork;

import io.alluse.account.AccountId;
import io.alluse.account.PolicyRecord;
import io.alluse.audit.Audit;
import io.alluse.audit.Person;
import io.alluse.calendar.BusinessDay;
import io.alluse.calendar.BusinessDays;
import io.alluse.fault.Fault;
import io.alluse.fork.Standing.State;
import io.alluse.sql.Session;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Scored decisions, and what people make of those that are left to them (docs/rules.md 6.6). */
public final class Decisions {

    private static final int LONGEST_REASON = 500;

    private final Session session;
    private final DecisionStore store;
    private final PolicyRecord policies;

    public Decisions(Session session) {
        this.session = session;
        this.store = new DecisionStore(session);
        this.policies = new PolicyRecord(session);
    }

    /** The latest first, at most so many; those that wait for a person alone, unless all are asked for. */
    public List<ScoredDecision> list(boolean all, @Nullable AccountId account, int most) {
        return store.list(all, account, most);
    }

    public ScoredDecision found(long id) {
        return store.find(id)
                .orElseThrow(() -> Fault.notFound("no decision " + id + "; see `alluse decision list --all`"));
    }

    /** The next sweep carries it out, if the account is still eligible then. */
    public ScoredDecision approve(long id, String reason, BusinessDay date, Audit audit) {
        return decide(id, State.APPROVED, reason, date, audit);
    }

    /** No sweep asks again until the time of the approval would be over. */
    public ScoredDecision reject(long id, String reason, BusinessDay date, Audit audit) {
        return decide(id, State.REJECTED, reason, date, audit);
    }

    private ScoredDecision decide(long id, State to, String reason, BusinessDay date, Audit audit) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw Fault.usage("--reason: one to " + LONGEST_REASON + " characters that say why, found "
                    + (why.isEmpty() ? "none" : why.length()));
        }
        return session.transaction(() -> {
            store.lock(id);
            ScoredDecision open = found(id);
            mustBeOpen(open, date);
            Person person = audit.person();
            person.mustNotHaveAsked("decision " + id, open.askedBy());
            LocalDate until = BusinessDays.after(
                    date.date(), policies.byHash(open.policy()).fork().reviewDays());
            store.decide(id, to, until, person.osUser(), audit.caller().clock().instant(), why);
            long entry = audit.begin(why, null);
            audit.entry(entry, open.account(), "fork " + to.name().toLowerCase(Locale.ROOT), "decision " + id);
            return found(id);
        });
    }

    private static void mustBeOpen(ScoredDecision decision, BusinessDay date) {
        if (decision.state() != State.OPEN) {
            throw Fault.conflict("decision " + decision.id() + " is " + decision.state()
                    + (decision.word() == null ? "" : " by " + decision.word().by()) + "; nothing was changed");
        }
        if (date.date().isAfter(decision.expiresOn())) {
            throw Fault.conflict("decision " + decision.id() + " expired on " + decision.expiresOn()
                    + "; the next fork-sweep scores the account anew");
        }
    }
}
