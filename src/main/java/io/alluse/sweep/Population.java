package io.alluse.sweep;

import io.alluse.account.AccountId;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.PagedHead;
import io.alluse.policy.Tier;
import io.alluse.run.ActiveRun;
import io.alluse.run.Runs;
import io.alluse.run.WorkPart;
import io.alluse.run.WorkPart.Span;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The accounts of a run. In the first pass those of its tiers that exist when it begins; in each later one those that the pass before
 * has set aside and nobody has resolved. Fixed once, in one transaction; walked by keyset pages.
 */
final class Population {

    /** Those that were set aside lie scattered and are read one by one. */
    private static final int MOST_TAKEN = 200;

    private final Ledger ledger;
    private final Runs runs;
    private final PopulationStore store;
    private final OutcomeStore outcomes;
    private final Set<Tier> tiers;

    Population(Ledger ledger, Runs runs, PopulationStore store, OutcomeStore outcomes, Set<Tier> tiers) {
        this.ledger = ledger;
        this.runs = runs;
        this.store = store;
        this.outcomes = outcomes;
        this.tiers = tiers;
    }

    /** Once per pass: an attempt that was killed right after it committed this could not tell the framework. */
    void fix(ActiveRun run, long onePartBelow) {
        if (!runs.parts(run).isEmpty()) {
            return;
        }
        if (run.pass() > 1) {
            runs.addPart(run, 0, Span.ALL, outcomes.take(run.id(), run.pass()));
            return;
        }
        // Those who open accounts hold the posting lock from before they draw a serial until they have committed it.
        ledger.lock(0, AccountId.PARTITIONS - 1);
        List<PopulationStore.Counted> counted = store.count(tiers);
        long all = counted.stream().mapToLong(PopulationStore.Counted::accounts).sum();
        runs.setPopulation(run, all, 0, 0);
        if (all < onePartBelow || counted.isEmpty()) {
            long bound = counted.stream()
                    .mapToLong(PopulationStore.Counted::lastSerial)
                    .max()
                    .orElse(0);
            runs.addPart(run, 0, new Span(-1, Long.MAX_VALUE, bound), all);
            return;
        }
        counted.forEach(part -> runs.addPart(run, part.partition(), span(part), part.accounts()));
    }

    private static Span span(PopulationStore.Counted part) {
        return new Span(
                AccountId.firstOf(part.partition()) - 1,
                AccountId.firstOf(part.partition() + 1) - 1,
                part.lastSerial());
    }

    private Stream<PagedHead> alone(AccountId account) {
        return ledger.page(account.value() - 1, account.value(), Long.MAX_VALUE, EnumSet.allOf(Tier.class), 1).stream();
    }

    /** The accounts after the part's position, at most so many, in the order of their ids. */
    List<PagedHead> page(WorkPart part, int most) {
        if (part.pass() > 1) {
            return outcomes.taken(part.runId(), part.pass(), part.position(), Math.min(most, MOST_TAKEN)).stream()
                    .flatMap(this::alone)
                    .toList();
        }
        Span span = part.span();
        return ledger.page(part.position(), span.upTo(), span.serialBound(), tiers, most);
    }
}
