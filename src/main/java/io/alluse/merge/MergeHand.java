package io.alluse.merge;

import io.alluse.absorption.Absorptions;
import io.alluse.absorption.Parcel;
import io.alluse.absorption.Piece;
import io.alluse.account.AccountId;
import io.alluse.audit.Audit;
import io.alluse.audit.LogContext;
import io.alluse.intent.Intents;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Balances;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.Movement;
import io.alluse.ledger.Posting;
import io.alluse.ledger.RunDigest;
import io.alluse.lineage.Merges;
import io.alluse.sweep.TurnJob.Carried;
import io.alluse.sweep.TurnJob.Due;
import io.alluse.sweep.TurnJob.Hand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out merges: members give, their COM takes, lots move, for a chunk in a handful of statements. */
final class MergeHand implements Hand {

    private static final Logger LOG = LoggerFactory.getLogger(MergeHand.class);

    private final Tools tools;
    private final long runId;

    @Nullable
    private Long auditId;

    MergeHand(Tools tools, long runId) {
        this.tools = tools;
        this.runId = runId;
    }

    /** What all parts share. */
    record Tools(Ledger ledger, Absorptions absorptions, Merges merges, Intents intents, Sales sales, Audit audit) {}

    @Override
    public void begin() {
        if (auditId == null) {
            auditId = tools.audit().begin(null, runId);
        }
    }

    @Override
    public Carried carryOut(int partition, List<Due> due) {
        List<Due> selling =
                due.stream().filter(one -> MergeIntent.of(one).sells()).toList();
        List<Due> merging =
                due.stream().filter(one -> !MergeIntent.of(one).sells()).toList();
        Carried sold = selling.isEmpty()
                ? new Carried(Balances.ZERO, RunDigest.NONE)
                : tools.sales().ask(partition, selling, runId);
        Carried merged = merging.isEmpty() ? sold : merge(partition, merging);
        return merging.isEmpty() || selling.isEmpty()
                ? merged
                : new Carried(merged.moved().plus(sold.moved()), merged.digest().plus(sold.digest()));
    }

    private Carried merge(int partition, List<Due> due) {
        List<PlacedMerge> merges = placed(due);
        List<Posting> postings = merges.stream().flatMap(PlacedMerge::postings).toList();
        RunDigest digest = tools.ledger().append(partition, postings, runId);
        tools.absorptions()
                .keep(partition, merges.stream().flatMap(PlacedMerge::moves).toList());
        tools.intents()
                .cancelAll(merges.stream().flatMap(PlacedMerge::calledBack).toList());
        tools.merges().keep(partition, merges.stream().map(PlacedMerge::kept).toList());
        tools.audit()
                .entries(
                        Objects.requireNonNull(auditId),
                        merges.stream().map(MergeHand::audited).toList());
        merges.forEach(MergeHand::log);
        return new Carried(moved(postings), digest);
    }

    /** Several families of one main account go into the same COM, one after the other. */
    private List<PlacedMerge> placed(List<Due> due) {
        List<AccountId> targets =
                due.stream().map(MergeHand::target).distinct().sorted().toList();
        Map<AccountId, AccountHead> heads = new HashMap<>();
        tools.ledger().heads(targets).forEach(head -> heads.put(head.chain().account(), head));
        Map<AccountId, Integer> last = new HashMap<>(tools.merges().last(targets));
        Map<AccountId, List<Piece>> pieces = pieces(due);
        Map<AccountId, List<PlacedMerge>> byTarget = new LinkedHashMap<>();
        for (Due one : due) {
            AccountId target = target(one);
            List<PlacedMerge> before = byTarget.computeIfAbsent(target, _ -> new ArrayList<>());
            before.add(new PlacedMerge(
                    one,
                    Objects.requireNonNull(heads.get(target)),
                    last.merge(target, 1, Integer::sum),
                    before.size(),
                    parcels(one, pieces)));
        }
        byTarget.values().forEach(Opposed::mustNotMeet);
        return byTarget.values().stream().flatMap(List::stream).toList();
    }

    private static AccountId target(Due due) {
        return MergeIntent.of(due).family().family().target();
    }

    private Map<AccountId, List<Piece>> pieces(List<Due> due) {
        List<AccountId> members = due.stream()
                .flatMap(one -> MergeIntent.of(one).family().members().stream())
                .map(head -> head.chain().account())
                .toList();
        return tools.absorptions()
                .pieces(members, MergeIntent.of(due.getFirst()).date().date());
    }

    private static List<Parcel> parcels(Due due, Map<AccountId, List<Piece>> pieces) {
        MergeIntent intent = MergeIntent.of(due);
        return intent.family().members().stream()
                .map(head -> Parcel.whole(
                        head,
                        pieces.getOrDefault(head.chain().account(), List.of()),
                        intent.date().date()))
                .toList();
    }

    private static Balances moved(List<Posting> postings) {
        List<Movement> movements = new ArrayList<>();
        postings.forEach(posting -> movements.addAll(posting.movements()));
        return Balances.ofMovements(movements);
    }

    private static Audit.Entry audited(PlacedMerge merge) {
        return new Audit.Entry(
                merge.code(),
                "merged",
                merge.received() + " of family " + merge.family().code());
    }

    private static void log(PlacedMerge merge) {
        if (LOG.isInfoEnabled()) {
            try (var _ = LogContext.account(merge.targetCode())) {
                LOG.info(
                        "merged {} of family {}",
                        merge.received(),
                        merge.family().code());
            }
        }
    }
}
