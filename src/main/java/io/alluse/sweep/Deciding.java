package io.alluse.sweep;

import io.alluse.account.AccountId;
import io.alluse.calendar.BusinessDay;
import io.alluse.fault.Fault;
import io.alluse.ledger.PagedHead;
import io.alluse.policy.Policy;
import io.alluse.sql.Infrastructure;
import io.alluse.sweep.Decision.SetAside;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides a page of accounts, one by one: what goes wrong with one of them is the outcome of that one. */
final class Deciding<F> {

    private static final Logger LOG = LoggerFactory.getLogger(Deciding.class);

    private final SweepJob<F> job;
    private final Function<List<AccountId>, Map<AccountId, Policy>> policies;
    private final BusinessDay date;

    Deciding(SweepJob<F> job, Function<List<AccountId>, Map<AccountId, Policy>> policies, BusinessDay date) {
        this.job = job;
        this.policies = policies;
        this.date = date;
    }

    List<Decided> decide(List<PagedHead> page) {
        Map<AccountId, String> broken = new HashMap<>();
        Map<AccountId, Policy> inForce = ofEach(
                page.stream().map(PagedHead::id).toList(),
                id -> id,
                policies,
                "its policy cannot be worked out",
                broken);
        List<AccountView> views = views(page, inForce, broken);
        Map<AccountId, F> facts =
                ofEach(views, Deciding::idOf, some -> job.facts(some, date), "its facts cannot be read", broken);
        Map<AccountId, AccountView> byId = HashMap.newHashMap(broken.isEmpty() ? 0 : views.size());
        if (!broken.isEmpty()) {
            views.forEach(view -> byId.put(idOf(view), view));
        }
        List<Decided> decided = new ArrayList<>(page.size());
        for (int i = 0; i < page.size(); i++) {
            AccountId id = page.get(i).id();
            String reason = broken.get(id);
            AccountView view = broken.isEmpty() ? views.get(i) : byId.get(id);
            decided.add(
                    reason == null && view != null
                            ? new Decided(id, view, decision(view, facts.getOrDefault(id, job.noFacts())))
                            : new Decided(id, view, new SetAside(String.valueOf(reason))));
        }
        return decided;
    }

    private static List<AccountView> views(
            List<PagedHead> page, Map<AccountId, Policy> inForce, Map<AccountId, String> broken) {
        List<AccountView> views = new ArrayList<>(page.size());
        for (PagedHead row : page) {
            Policy policy = inForce.get(row.id());
            if (row.head() == null) {
                broken.put(row.id(), "its row cannot be read: " + row.unreadable());
            } else if (policy != null) {
                views.add(new AccountView(row.head(), row.tier(), policy));
            }
        }
        return views;
    }

    /** For all at once; where that fails, for the halves, so that only the broken ones are left out, and few reads find them. */
    private static <I, T> Map<AccountId, T> ofEach(
            List<I> some,
            Function<I, AccountId> id,
            Function<List<I>, Map<AccountId, T>> read,
            String what,
            Map<AccountId, String> broken) {
        if (some.isEmpty()) {
            return Map.of();
        }
        try {
            return read.apply(some);
        } catch (RuntimeException e) {
            rethrowIfOfTheDatabase(e);
            if (some.size() == 1) {
                broken.put(id.apply(some.getFirst()), failure(what, e));
                return Map.of();
            }
            int half = some.size() / 2;
            Map<AccountId, T> good = new HashMap<>(ofEach(some.subList(0, half), id, read, what, broken));
            good.putAll(ofEach(some.subList(half, some.size()), id, read, what, broken));
            return good;
        }
    }

    private Decision decision(AccountView view, F facts) {
        try {
            return job.decide(view, facts, date);
        } catch (RuntimeException e) {
            rethrowIfOfTheDatabase(e);
            String reason = failure("the rule fails", e);
            LOG.info("{} is set aside: {}", view.head().chain().code(), reason);
            LOG.debug("{} fails on {}", job.name(), view.head().chain().code(), e);
            return new SetAside(reason);
        }
    }

    /** After a failed statement nothing more can be read in the transaction: the chunk fails, and the run is started again. */
    private static void rethrowIfOfTheDatabase(RuntimeException e) {
        if (Infrastructure.isOfTheDatabase(e)) {
            throw e;
        }
    }

    private static AccountId idOf(AccountView view) {
        return view.head().chain().account();
    }

    private static String failure(String what, RuntimeException e) {
        return what + ": " + (e instanceof Fault ? "" : e.getClass().getSimpleName() + ": ") + Fault.reason(e);
    }
}
