package io.alluse.sweep;

import io.alluse.account.AccountId;
import io.alluse.account.PoliciesInForce;
import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.Balances;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.PagedHead;
import io.alluse.ledger.RunDigest;
import io.alluse.policy.PolicyBook;
import io.alluse.run.AccountOutcome;
import io.alluse.run.Progress;
import io.alluse.run.Tally;
import io.alluse.sql.Session;
import io.alluse.sweep.Decision.Candidate;
import io.alluse.sweep.Decision.NotEligible;
import io.alluse.sweep.Decision.Nothing;
import io.alluse.sweep.Decision.Post;
import io.alluse.sweep.Decision.Review;
import io.alluse.sweep.Decision.SetAside;
import io.alluse.sweep.Decision.Wait;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do: the same reading and deciding, in one snapshot that nobody's posting disturbs and that disturbs nobody. It holds
 * no lock, leaves no trace, and needs no more memory for a million accounts than for a page.
 */
public final class DryRun<F> {

    private static final int PAGE = 2_000;
    private static final long FIRST = -1;

    private final SweepJob<F> job;
    private final Session session;
    private final Ledger ledger;
    private final PoliciesInForce policies;
    private final PopulationStore population;
    private final KeptStore codes;

    public DryRun(SweepJob<F> job, Session session, PolicyBook book) {
        this.job = job;
        this.session = session;
        this.ledger = new Ledger(session);
        this.policies = new PoliciesInForce(session, book);
        this.population = new PopulationStore(session);
        this.codes = new KeptStore(session);
    }

    /** An account and what a run would do about it; without a view where it could not even be read. */
    public record Line(String code, @Nullable AccountView view, Decision decision) {

        public AccountOutcome outcome() {
            return switch (decision) {
                case Post _, Candidate _ -> AccountOutcome.POSTED;
                case Nothing _ -> AccountOutcome.NOTHING;
                case Wait _ -> AccountOutcome.WAITING;
                case Review _ -> AccountOutcome.REVIEW;
                case NotEligible _ -> AccountOutcome.NOT_ELIGIBLE;
                case SetAside _ -> AccountOutcome.SET_ASIDE;
            };
        }

        /** Of those that have one. */
        public String reason() {
            return switch (decision) {
                case Post _, Candidate _ -> "";
                case Nothing nothing -> nothing.reason();
                case Wait wait -> wait.reason();
                case Review review -> review.reason();
                case NotEligible not -> not.state().name();
                case SetAside aside -> aside.reason();
            };
        }
    }

    /** Hands over every account of the population in the order of the ids, and counts them as a run would. */
    public Tally run(BusinessDay date, Consumer<Line> each, Consumer<Progress> progress) {
        job.mustBeFor(date);
        return session.snapshot(() -> {
            Deciding<F> deciding = new Deciding<>(job, ids -> policies.ofPage(ids, date.date()), date);
            long total = population.count(job.tiers()).stream()
                    .mapToLong(PopulationStore.Counted::accounts)
                    .sum();
            Tally tally = Tally.NONE;
            for (List<PagedHead> page = page(FIRST); !page.isEmpty(); page = page(last(page))) {
                tally = tally.plus(told(deciding.decide(page), each));
                progress.accept(new Progress(tally.total(), total, tally.of(AccountOutcome.SET_ASIDE)));
            }
            return tally;
        });
    }

    private List<PagedHead> page(long after) {
        return ledger.page(after, Long.MAX_VALUE, Long.MAX_VALUE, job.tiers(), PAGE);
    }

    private static long last(List<PagedHead> page) {
        return page.getLast().id().value();
    }

    private Tally told(List<Decided> page, Consumer<Line> each) {
        Outcomes outcomes = new Outcomes();
        for (Decided decided : page) {
            count(decided, outcomes);
            each.accept(new Line(code(decided), decided.view(), decided.decision()));
        }
        return outcomes.tally();
    }

    private String code(Decided decided) {
        return decided.view() == null
                ? codes.code(decided.account())
                : decided.view().head().chain().code();
    }

    private static void count(Decided decided, Outcomes outcomes) {
        AccountId account = decided.account();
        switch (decided.decision()) {
            case Post post -> outcomes.posted(1, Balances.ofMovements(post.movements()), RunDigest.NONE);
            case Candidate candidate ->
                outcomes.posted(1, Balances.ofMovements(candidate.post().movements()), RunDigest.NONE);
            case Nothing nothing -> outcomes.nothing(nothing.reason());
            case Wait wait -> outcomes.waiting(account, wait.reason(), wait.shortBy());
            case Review review -> outcomes.review(account, review.reason());
            case NotEligible not -> outcomes.notEligible(not.state().name());
            case SetAside aside -> outcomes.setAside(account, aside.reason());
        }
    }
}
