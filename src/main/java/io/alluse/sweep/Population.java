package io.alluse.sweep;

import io.alluse.account.AccountId;
import io.alluse.ledger.Glance;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.PagedHead;
import io.alluse.policy.Tier;
import io.alluse.run.ActiveRun;
import io.alluse.run.Runs;
import io.alluse.run.WorkPart;
import io.alluse.run.WorkPart.Span;
import java.util.List;
import java.util.Set;

/**
 * The accounts of a run. In the first pass those of its tiers that exist when it begins; in each later one those that the pass before
 * has set aside and nobody has resolved. Fixed once, in one transaction; walked by keyset pages.
 */
final class Population {

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

    /** The accounts after the part's position, at most so many, in the order of their ids. */
    List<PagedHead> page(WorkPart part, int most) {
        if (part.pass() > 1) {
            return ledger.page(outcomes.taken(part.runId(), part.pass(), part.position(), most));
        }
        Span span = part.span();
        return ledger.page(part.position(), span.upTo(), span.serialBound(), tiers, most);
    }

    List<PagedHead> page(List<AccountId> accounts) {
        return ledger.page(accounts);
    }

    /** The same as on a page of a first pass. */
    List<Glance> glances(WorkPart part, int most) {
        Span span = part.span();
        return ledger.glances(part.position(), span.upTo(), span.serialBound(), most);
    }
}
