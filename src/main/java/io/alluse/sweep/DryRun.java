package io.alluse.sweep;

import io.alluse.account.PoliciesInForce;
import io.alluse.calendar.BusinessDay;
import io.alluse.policy.PolicyBook;
import io.alluse.run.AccountOutcome;
import io.alluse.run.Progress;
import io.alluse.run.Tally;
import io.alluse.sql.Session;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do: the same reading and deciding, in one snapshot that nobody's posting disturbs and that disturbs nobody. It holds
 * no lock, leaves no trace, and needs no more memory for a million accounts than for a page.
 */
public final class DryRun<F> {

    private final Rehearsal<F> rehearsal;
    private final PoliciesInForce policies;

    public DryRun(SweepJob<F> job, Session session, PolicyBook book) {
        this.rehearsal = new Rehearsal<>(job, session);
        this.policies = new PoliciesInForce(session, book);
    }

    /** An account and what a run would do about it; without a view where it could not even be read. */
    public record Line(String code, @Nullable AccountView view, Decision decision) {

        public AccountOutcome outcome() {
            return Rehearsal.outcome(decision);
        }

        /** Of those that have one. */
        public String reason() {
            return Rehearsal.reason(decision);
        }
    }

    /** Hands over every account of the population in the order of the ids, and counts them as a run would. */
    public Tally run(BusinessDay date, Consumer<Line> each, Consumer<Progress> progress) {
        Counted counted = new Counted();
        rehearsal.run(
                List.of(policies),
                date,
                page -> {
                    counted.add(page.getFirst());
                    page.getFirst()
                            .forEach(one -> each.accept(new Line(rehearsal.code(one), one.view(), one.decision())));
                },
                far -> progress.accept(counted.withSetAside(far)));
        return counted.tally;
    }

    private static final class Counted {

        private Tally tally = Tally.NONE;

        void add(List<Decided> page) {
            tally = tally.plus(Rehearsal.tally(page));
        }

        Progress withSetAside(Progress far) {
            return new Progress(far.done(), far.total(), tally.of(AccountOutcome.SET_ASIDE));
        }
    }
}
