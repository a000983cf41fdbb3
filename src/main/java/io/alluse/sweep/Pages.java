package io.alluse.sweep;

import io.alluse.account.AccountId;
import io.alluse.ledger.Glance;
import io.alluse.ledger.PagedHead;
import io.alluse.policy.Policy;
import io.alluse.run.WorkPart;
import io.alluse.sql.Infrastructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one part page by page. Where hardly anything is due, accounts are looked at before they are read, and pages are larger, so that
 * neither reading nor transactions cost more than the looking.
 */
final class Pages {

    private static final int LARGEST = 5;
    private static final int FEW = 10;

    private final SweepJob<?> job;
    private final Population population;
    private final Function<List<AccountId>, Map<AccountId, Policy>> policies;
    private final int chunk;
    private int size;
    private boolean glancing;

    Pages(
            SweepJob<?> job,
            Population population,
            Function<List<AccountId>, Map<AccountId, Policy>> policies,
            int chunk) {
        this.job = job;
        this.population = population;
        this.policies = policies;
        this.chunk = chunk;
        this.size = chunk;
        this.glancing = job.glances();
    }

    @Nullable
    Page next(WorkPart part) {
        List<Glance> glances = glancing && part.pass() == 1 ? population.glances(part, size) : List.of();
        if (!glances.isEmpty()) {
            return glanced(part, glances);
        }
        List<PagedHead> heads = population.page(part, size);
        return heads.isEmpty()
                ? null
                : new Page(List.of(), heads, heads.getLast().id());
    }

    private Page glanced(WorkPart part, List<Glance> glances) {
        Map<AccountId, Policy> inForce = policies(glances);
        List<Decided> decided = new ArrayList<>(glances.size());
        List<AccountId> open = new ArrayList<>();
        for (Glance glance : glances) {
            Policy policy = inForce.get(glance.id());
            Decision decision = policy == null ? null : job.decideAtAGlance(glance, policy);
            if (decision == null) {
                open.add(glance.id());
            } else {
                decided.add(new Decided(glance.id(), null, decision));
            }
        }
        AccountId last = glances.getLast().id();
        // where all are open, what is side by side is read side by side
        List<PagedHead> heads = decided.isEmpty() ? population.page(part, glances.size()) : population.page(open);
        return new Page(decided, heads, last);
    }

    /** Whose policies cannot be worked out is nobody's to find here: all are read, and the one is set aside. */
    private Map<AccountId, Policy> policies(List<Glance> glances) {
        try {
            return policies.apply(glances.stream().map(Glance::id).toList());
        } catch (RuntimeException e) {
            if (Infrastructure.isOfTheDatabase(e)) {
                throw e;
            }
            return Map.of();
        }
    }

    /** What the page has come to tells how the next one is to be read. */
    void learn(Page page, long written) {
        size = written * FEW < page.size() ? chunk * LARGEST : chunk;
        glancing = job.glances() && (page.open().size() < page.size() || written * 2 < page.size());
    }
}
