package io.alluse.fork;

import io.alluse.account.AccountId;
import io.alluse.account.ForkOpening;
import io.alluse.account.ForkOpening.Place;
import io.alluse.audit.Audit;
import io.alluse.audit.LogContext;
import io.alluse.intent.Intents;
import io.alluse.ledger.Balances;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.Movement;
import io.alluse.ledger.Posting;
import io.alluse.ledger.RunDigest;
import io.alluse.lineage.Lineage;
import io.alluse.sweep.TurnJob.Carried;
import io.alluse.sweep.TurnJob.Due;
import io.alluse.sweep.TurnJob.Hand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out forks: parents pay, children open, and all that tells of it is kept, for a chunk in a handful of statements. */
final class ForkHand implements Hand {

    private static final Logger LOG = LoggerFactory.getLogger(ForkHand.class);

    private final Tools tools;
    private final long runId;

    private final Map<AccountId, Integer> opened = new HashMap<>();

    @Nullable
    private Long auditId;

    ForkHand(Tools tools, long runId) {
        this.tools = tools;
        this.runId = runId;
    }

    /** What all parts share. */
    record Tools(
            Ledger ledger,
            ForkOpening opening,
            Lineage lineage,
            DecisionStore decisions,
            Intents intents,
            Audit audit) {}

    @Override
    public void begin() {
        opened.clear();
        if (auditId == null) {
            auditId = tools.audit().begin(null, runId);
        }
    }

    @Override
    public Carried carryOut(int partition, List<Due> due) {
        Map<AccountId, Integer> last = lastMembers(due);
        List<PlacedFork> forks = placed(due, last);
        List<Posting> paid = forks.stream().map(PlacedFork::paid).toList();
        List<Posting> received =
                forks.stream().flatMap(fork -> fork.received().stream()).toList();
        RunDigest digest = tools.ledger().append(partition, paid, runId);
        forks.forEach(this::callBack);
        tools.opening()
                .open(
                        partition,
                        forks.stream().flatMap(PlacedFork::mains).toList(),
                        forks.stream().flatMap(PlacedFork::accounts).toList(),
                        runId);
        digest = digest.plus(tools.ledger().open(partition, received, runId));
        tools.lineage().keep(partition, forks.stream().map(PlacedFork::kept).toList());
        tools.decisions()
                .done(forks.stream()
                        .map(PlacedFork::decision)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList());
        tools.audit()
                .entries(
                        Objects.requireNonNull(auditId),
                        forks.stream().map(ForkHand::audited).toList());
        forks.forEach(ForkHand::log);
        opened.putAll(last);
        return new Carried(moved(paid).plus(moved(received)), digest);
    }

    /** Orders for money that has left are not wanted any more. */
    private void callBack(PlacedFork fork) {
        if (fork.fork().payment().spendsAllocated()) {
            Posting paid = fork.paid();
            tools.intents()
                    .cancelAll(
                            paid.after().account(),
                            new Intents.End(
                                    paid.effective(), paid.no(), "fork " + fork.code() + " has spent its budget"));
        }
    }

    /** New accounts follow the last one of their main account, or begin a new one. */
    private List<PlacedFork> placed(List<Due> due, Map<AccountId, Integer> last) {
        Iterator<Long> numbers = tools.opening()
                .newMains((int) due.stream()
                        .filter(one -> ForkIntent.of(one).fork().opensMain())
                        .count())
                .iterator();
        List<PlacedFork> placed = new ArrayList<>(due.size());
        for (Due one : due) {
            AccountId old = one.view().head().chain().account().main();
            boolean opensMain = ForkIntent.of(one).fork().opensMain();
            AccountId main = opensMain ? old.forkedMain(numbers.next()) : old;
            placed.add(new PlacedFork(one, opensMain ? main : null, members(one, main, last)));
        }
        return placed;
    }

    /** As they were read under the posting lock, and what this chunk has opened since. */
    private Map<AccountId, Integer> lastMembers(List<Due> due) {
        Map<AccountId, Integer> last = new HashMap<>();
        for (Due one : due) {
            Place place = Objects.requireNonNull(ForkIntent.of(one).facts().place(), "a fork has a place");
            last.put(place.main(), opened.getOrDefault(place.main(), place.lastMember()));
        }
        return last;
    }

    private static List<AccountId> members(Due due, AccountId main, Map<AccountId, Integer> last) {
        List<AccountId> members = new ArrayList<>();
        for (int i = 0; i < ForkIntent.of(due).fork().parts().size(); i++) {
            int no = last.merge(main, 1, Integer::sum);
            if (no > AccountId.MOST_MEMBERS) {
                throw new IllegalStateException(
                        "its main account has " + AccountId.MOST_MEMBERS + " accounts, the most there can be");
            }
            members.add(main.member(no));
        }
        return members;
    }

    private static Balances moved(List<Posting> postings) {
        List<Movement> movements = new ArrayList<>();
        postings.forEach(posting -> movements.addAll(posting.movements()));
        return Balances.ofMovements(movements);
    }

    private static Audit.Entry audited(PlacedFork fork) {
        return new Audit.Entry(fork.parentCode(), "forked", fork.fork().amount() + " into " + fork.code());
    }

    private static void log(PlacedFork fork) {
        if (LOG.isInfoEnabled()) {
            try (var _ = LogContext.account(fork.parentCode())) {
                LOG.info("forked {} into {}", fork.fork().amount(), fork.code());
            }
        }
    }
}
