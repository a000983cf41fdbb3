package io.alluse.sweep;

import io.alluse.account.AccountId;
import io.alluse.account.PoliciesInForce;
import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.Balances;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.PagedHead;
import io.alluse.ledger.RunDigest;
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

/** Reads and decides page by page as a run would, in one snapshot; under one reading of the policies, or under several. */
final class Rehearsal<F> {

    private static final int PAGE = 2_000;
    private static final long FIRST = -1;

    private final SweepJob<F> job;
    private final Session session;
    private final Ledger ledger;
    private final PopulationStore population;
    private final KeptStore codes;

    Rehearsal(SweepJob<F> job, Session session) {
        this.job = job;
        this.session = session;
        this.ledger = new Ledger(session);
        this.population = new PopulationStore(session);
        this.codes = new KeptStore(session);
    }

    /** Hands over each page as it was decided under each reading, in the order of the readings. */
    void run(
            List<PoliciesInForce> readings,
            BusinessDay date,
            Consumer<List<List<Decided>>> each,
            Consumer<Progress> progress) {
        job.mustBeFor(date);
        session.snapshot(() -> {
            List<Deciding<F>> deciding = readings.stream()
                    .map(policies -> new Deciding<>(job, ids -> policies.ofPage(ids, date.date()), date))
                    .toList();
            long total = population.count(job.tiers()).stream()
                    .mapToLong(PopulationStore.Counted::accounts)
                    .sum();
            long done = 0;
            for (List<PagedHead> page = page(FIRST); !page.isEmpty(); page = page(last(page))) {
                List<PagedHead> heads = page;
                each.accept(deciding.stream().map(one -> one.decide(heads)).toList());
                done += page.size();
                progress.accept(new Progress(done, total, 0));
            }
            return done;
        });
    }

    private List<PagedHead> page(long after) {
        return ledger.page(after, Long.MAX_VALUE, Long.MAX_VALUE, job.tiers(), PAGE);
    }

    private static long last(List<PagedHead> page) {
        return page.getLast().id().value();
    }

    String code(Decided decided) {
        return decided.view() == null
                ? codes.code(decided.account())
                : decided.view().head().chain().code();
    }

    /** As a run would count it. */
    static Tally tally(List<Decided> page) {
        Outcomes outcomes = new Outcomes();
        page.forEach(decided -> count(decided, outcomes));
        return outcomes.tally();
    }

    private static void count(Decided decided, Outcomes outcomes) {
        AccountId account = decided.account();
        switch (decided.decision()) {
            case Post post -> outcomes.posted(1, Balances.ofMovements(post.movements()), RunDigest.NONE);
            case Candidate candidate -> outcomes.posted(1, moved(candidate), RunDigest.NONE);
            case Nothing nothing -> outcomes.nothing(nothing.reason());
            case Wait wait -> outcomes.waiting(account, wait.reason(), wait.shortBy());
            case Review review -> outcomes.review(account, review.reason());
            case NotEligible not -> outcomes.notEligible(not.state().name());
            case SetAside aside -> outcomes.setAside(account, aside.reason());
        }
    }

    private static Balances moved(Candidate candidate) {
        Balances moved = Balances.ofMovements(candidate.post().movements());
        for (Decision.Elsewhere elsewhere : candidate.intent().elsewhere()) {
            moved = moved.plus(Balances.ofMovements(elsewhere.movements()));
        }
        return moved;
    }

    static AccountOutcome outcome(Decision decision) {
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
    static String reason(Decision decision) {
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
