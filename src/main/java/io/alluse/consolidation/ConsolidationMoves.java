package io.alluse.consolidation;

import io.alluse.absorption.MergeReversal;
import io.alluse.account.AccountId;
import io.alluse.account.PoliciesInForce;
import io.alluse.audit.Act;
import io.alluse.audit.Audit;
import io.alluse.calendar.BusinessDays;
import io.alluse.consolidation.Recommendation.State;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.ledger.Ledger;
import io.alluse.performance.Closes;
import io.alluse.policy.PolicyBook;
import io.alluse.sql.Session;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Executes what was approved, whole or not at all, and takes it back until the next close (docs/rules.md 7.5). */
public final class ConsolidationMoves {

    private final Session session;
    private final Ledger ledger;
    private final Consolidations consolidations;
    private final ConsolidationStore store;
    private final MoveFacts facts;
    private final Moving moving;
    private final NewAccount opening;
    private final MergeReversal reversal;
    private final PoliciesInForce policies;
    private final Closes closes;
    private final Audit audit;

    public ConsolidationMoves(Session session, PolicyBook book, Audit audit) {
        this.session = session;
        this.ledger = new Ledger(session);
        this.consolidations = new Consolidations(session, book);
        this.store = new ConsolidationStore(session);
        this.facts = new MoveFacts(session, book);
        this.opening = new NewAccount(session);
        this.moving = new Moving(session, opening);
        this.reversal = new MergeReversal(session, book, audit);
        this.policies = new PoliciesInForce(session, book);
        this.closes = new Closes(session);
        this.audit = audit;
    }

    /** The recommendation as it is afterwards; it is looked at again as things are now. */
    public Recommendation execute(long id, Act act) {
        return session.transaction(() -> {
            Recommendation approved = locked(id);
            mustBeApproved(approved, act);
            MoveFacts.Pair pair = facts.pair(approved, act.date());
            Optional<String> obstacle = MoveRule.obstacle(approved, pair.from(), pair.to(), pair.found());
            if (obstacle.isPresent()) {
                throw refused(id, "executed", obstacle.get());
            }
            Moving.Moved moved = moving.move(approved, pair, act);
            store.executed(id, moved.target(), moved.no(), act.date().date(), finalWith(approved, moved, act));
            audit.entry(
                    audit.begin(act.reason(), null),
                    approved.account(),
                    "consolidated",
                    "recommendation " + id + ": " + moved.received() + " to " + moved.targetCode());
            return consolidations.found(id);
        });
    }

    /** The next close: that of the day, unless the day has been closed already. */
    private LocalDate finalWith(Recommendation one, Moving.Moved moved, Act act) {
        LocalDate day = act.date().date();
        return closes.isClosed(List.of(one.accountId(), moved.target()), day) ? BusinessDays.after(day, 1) : day;
    }

    /** The posting lock first: whoever posts to one of the two waits. */
    private Recommendation locked(long id) {
        ledger.lock(consolidations.found(id).accountId().partition());
        store.lock(id);
        return consolidations.found(id);
    }

    private static void mustBeApproved(Recommendation one, Act act) {
        switch (one.state()) {
            case APPROVED -> Consolidations.mustBeGood(one, act.date().date());
            case OPEN -> throw refused(one.id(), "executed", "nobody has approved it");
            case REJECTED, EXECUTED, REVERSED, EXPIRED ->
                throw Fault.conflict("recommendation " + one.id() + " is " + one.state() + "; nothing was changed");
        }
    }

    private static Fault refused(long id, String what, String why) {
        return Fault.of(
                Exit.NOT_ALLOWED, "recommendation " + id + " cannot be " + what + ": " + why + "; nothing was changed");
    }

    /** Until the next close. */
    public Recommendation reverse(long id, Act act) {
        return session.transaction(() -> {
            Recommendation executed = locked(id);
            if (executed.state() != State.EXECUTED) {
                throw Fault.conflict("recommendation " + id + " is " + executed.state()
                        + "; only what was executed can be taken back; nothing was changed");
            }
            mustNotBeClosed(executed);
            reversal.reverse(Objects.requireNonNull(executed.merge()), act.reason(), act.date());
            if (executed.strategy() == Strategy.NEW) {
                opening.close(
                        target(executed),
                        policies.of(target(executed), act.date().date()).hash(),
                        act);
                store.release(target(executed));
            }
            store.reversed(id, act.date().date());
            audit.entry(
                    audit.begin(act.reason(), null),
                    executed.account(),
                    "consolidation reversed",
                    "recommendation " + id);
            return consolidations.found(id);
        });
    }

    private static AccountId target(Recommendation executed) {
        return Objects.requireNonNull(executed.targetId());
    }

    private void mustNotBeClosed(Recommendation executed) {
        List<AccountId> both = List.of(executed.accountId(), target(executed));
        if (closes.isClosed(both, Objects.requireNonNull(executed.finalWith()))) {
            throw refused(executed.id(), "taken back", "the day of " + executed.finalWith() + " has been closed");
        }
    }
}
