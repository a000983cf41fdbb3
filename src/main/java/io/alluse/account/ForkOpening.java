package io.alluse.account;

import io.alluse.account.PolicyOverrides.Change;
import io.alluse.account.PolicyOverrides.Sourced;
import io.alluse.policy.Mapping;
import io.alluse.sql.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the rows that make known what forks open; their money is the ledger's business, in the same transaction. */
public final class ForkOpening {

    private final ForkOpeningStore store;
    private final PolicyOverrides overrides;

    public ForkOpening(Session session) {
        this.store = new ForkOpeningStore(session);
        this.overrides = new PolicyOverrides(session);
    }

    /** A main account as one who opens accounts in it sees it; confirmed where its accounts share a brokerage account that is. */
    public record Place(AccountId main, String code, Mapping mapping, boolean confirmed, int lastMember) {}

    public Map<AccountId, Place> places(Collection<AccountId> mains) {
        return store.places(mains);
    }

    /** Ids of new main accounts beside this one. */
    public List<Long> newMains(int count) {
        return count == 0 ? List.of() : store.newNumbers(count);
    }

    /** All of one table partition; brokerage accounts are requested for those that have none yet. */
    public void open(int partition, List<Forked.Main> mains, List<Forked.Account> accounts, long runId) {
        if (!mains.isEmpty()) {
            store.insertMains(mains, runId);
            overrides.keep(inherited(mains));
        }
        store.copyAccounts(partition, accounts);
        store.requestBrokerage(accounts);
    }

    /** What was changed about the policy of the old main account holds for the new one from its first day. */
    private List<Change> inherited(List<Forked.Main> mains) {
        Map<AccountId, List<KeptOverride>> kept =
                overrides.of(mains.stream().map(main -> main.parent().main()).toList()).stream()
                        .collect(Collectors.groupingBy(KeptOverride::subject));
        List<Change> changes = new ArrayList<>();
        for (Forked.Main main : mains) {
            for (KeptOverride one : kept.getOrDefault(main.parent().main(), List.of())) {
                LocalDate from = one.effective().isBefore(main.openedOn()) ? main.openedOn() : one.effective();
                changes.add(new Change(main.id(), from, new Sourced(one.override(), one.source())));
            }
        }
        return changes;
    }
}
