package io.alluse.sweep;

import io.alluse.account.AccountId;
import io.alluse.calendar.BusinessDay;
import io.alluse.fault.Fault;
import io.alluse.ledger.Balances;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.Movement;
import io.alluse.ledger.Posting;
import io.alluse.ledger.RunDigest;
import io.alluse.sql.Infrastructure;
import io.alluse.sql.Session;
import io.alluse.sweep.Decision.Candidate;
import io.alluse.sweep.Decision.NotEligible;
import io.alluse.sweep.Decision.Nothing;
import io.alluse.sweep.Decision.Post;
import io.alluse.sweep.Decision.Review;
import io.alluse.sweep.Decision.SetAside;
import io.alluse.sweep.Decision.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts what was decided for one chunk, in its transaction. A posting that the database refuses is found by halving: what was written
 * since a savepoint is taken back, the halves are tried again, and the one account that is left is set aside.
 */
final class Poster {

    private static final Logger LOG = LoggerFactory.getLogger(Poster.class);

    private final Session session;
    private final Ledger ledger;
    private final SweepJob<?> job;
    private final BusinessDay date;
    private final long runId;

    Poster(Session session, Ledger ledger, SweepJob<?> job, BusinessDay date, long runId) {
        this.session = session;
        this.ledger = ledger;
        this.job = job;
        this.date = date;
        this.runId = runId;
    }

    /** An event, and the rows that are kept beside it. */
    private record Due(Posting posting, List<? extends Beside> beside) {

        AccountId account() {
            return posting.after().account();
        }
    }

    Outcomes post(List<Decided> chunk) {
        Outcomes outcomes = new Outcomes();
        Map<Integer, List<Due>> postings = new TreeMap<>();
        List<KeptBeside> without = new ArrayList<>();
        for (Decided decided : chunk) {
            switch (decided.decision()) {
                case Post post -> add(decided, post, postings, outcomes);
                case Nothing nothing -> outcomes.nothing(nothing.reason());
                case NotEligible not -> outcomes.notEligible(not.state().name());
                case Wait wait -> {
                    outcomes.waiting(decided.account(), wait.reason(), wait.shortBy());
                    keep(decided, wait.beside(), without);
                }
                case Review review -> {
                    outcomes.review(decided.account(), review.reason());
                    keep(decided, review.beside(), without);
                }
                case Candidate candidate -> {
                    outcomes.candidate(decided, candidate);
                    keep(decided, candidate.beside(), without);
                }
                case SetAside aside -> outcomes.setAside(decided.account(), aside.reason());
            }
        }
        postings.forEach((partition, some) -> tryAll(partition, some, outcomes));
        if (!without.isEmpty()) {
            job.keep(without);
        }
        job.look(chunk.stream().map(Decided::view).filter(Objects::nonNull).toList(), date, runId);
        return outcomes;
    }

    private static void keep(Decided decided, List<? extends Beside> rows, List<KeptBeside> all) {
        rows.forEach(row -> all.add(new KeptBeside(decided.account(), 0, row)));
    }

    private void add(Decided decided, Post post, Map<Integer, List<Due>> postings, Outcomes outcomes) {
        try {
            Due due = new Due(posting(decided, post), post.effects().beside());
            postings.computeIfAbsent(decided.account().partition(), partition -> new ArrayList<>())
                    .add(due);
        } catch (IllegalArgumentException e) {
            outcomes.setAside(decided.account(), "what the rule decided cannot be posted: " + Fault.reason(e));
        }
    }

    private Posting posting(Decided decided, Post post) {
        AccountView view = Objects.requireNonNull(decided.view(), "nothing is posted unseen");
        return new Posting(
                view.head().chain(),
                job.name(),
                date.toString(),
                date,
                date.date(),
                post.kind(),
                view.policy().hash(),
                post.baseChange(),
                post.movements(),
                post.effects().announcements(),
                post.effects().state(),
                post.detail());
    }

    private void tryAll(int partition, List<Due> postings, Outcomes outcomes) {
        try {
            RunDigest digest = session.orTakenBack(() -> appended(partition, postings));
            outcomes.posted(postings.size(), moved(postings), digest);
        } catch (RuntimeException e) {
            if (!isOfOneAccount(e)) {
                throw e;
            }
            if (postings.size() == 1) {
                setAside(postings.getFirst().posting(), e, outcomes);
            } else {
                tryHalves(partition, postings, outcomes);
            }
        }
    }

    private RunDigest appended(int partition, List<Due> postings) {
        RunDigest digest =
                ledger.append(partition, postings.stream().map(Due::posting).toList(), runId);
        List<KeptBeside> beside = new ArrayList<>();
        for (Due due : postings) {
            due.beside()
                    .forEach(row -> beside.add(
                            new KeptBeside(due.account(), due.posting().no(), row)));
        }
        if (!beside.isEmpty()) {
            job.keep(beside);
        }
        return digest;
    }

    /** Of some that are known to hold a bad one: if the first half is good, the second one need not be tried as a whole. */
    private void tryHalves(int partition, List<Due> postings, Outcomes outcomes) {
        List<Due> first = postings.subList(0, postings.size() / 2);
        List<Due> second = postings.subList(postings.size() / 2, postings.size());
        int asideBefore = outcomes.kept().size();
        tryAll(partition, first, outcomes);
        boolean firstWasGood = outcomes.kept().size() == asideBefore;
        if (firstWasGood && second.size() > 1) {
            tryHalves(partition, second, outcomes);
        } else {
            tryAll(partition, second, outcomes);
        }
    }

    private static boolean isOfOneAccount(RuntimeException e) {
        return Infrastructure.isOfTheData(e) || !Infrastructure.isOfTheDatabase(e);
    }

    private static void setAside(Posting posting, RuntimeException e, Outcomes outcomes) {
        String reason = "the database refuses it: " + Infrastructure.wordsOf(e);
        LOG.info("{} is set aside: {}", posting.after().code(), reason);
        LOG.debug("{} cannot be posted to", posting.after().code(), e);
        outcomes.setAside(posting.after().account(), reason);
    }

    private static Balances moved(List<Due> postings) {
        List<Movement> movements = new ArrayList<>(postings.size() * 3);
        postings.forEach(due -> movements.addAll(due.posting().movements()));
        return Balances.ofMovements(movements);
    }
}
