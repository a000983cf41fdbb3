package io.alluse.statement;

import io.alluse.account.AccountId;
import io.alluse.account.Accounts;
import io.alluse.account.PoliciesInForce;
import io.alluse.holding.Lot;
import io.alluse.lot.LotHistory;
import io.alluse.lot.Lots;
import io.alluse.policy.Policy;
import io.alluse.sql.Session;
import io.alluse.taxledger.LateLotFinder;
import io.alluse.taxledger.LateLots;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;

/** Finds the lots that a statement brought too late; looks only where it has opened lots behind lines that had been taken. */
final class LateArrivals {

    private static final int ACCOUNTS_AT_A_TIME = 100;
    private static final int MOST_TOLD = 1_000;

    private final BackdatedLotStore backdated;
    private final Lots lots;
    private final Accounts accounts;
    private final PoliciesInForce policies;
    private final LocalDate date;

    LateArrivals(Session session, PoliciesInForce policies, LocalDate date) {
        this.backdated = new BackdatedLotStore(session);
        this.lots = new Lots(session);
        this.accounts = new Accounts(session);
        this.policies = policies;
        this.date = date;
    }

    /** The first ones, account by account. */
    List<LateArrival> of(long runId) {
        List<LateArrival> found = new ArrayList<>();
        SortedMap<AccountId, Set<Integer>> page = backdated.of(runId, 0, ACCOUNTS_AT_A_TIME);
        while (!page.isEmpty() && found.size() < MOST_TOLD) {
            found.addAll(of(page));
            page = backdated.of(runId, page.lastKey().value(), ACCOUNTS_AT_A_TIME);
        }
        return found.subList(0, Math.min(found.size(), MOST_TOLD));
    }

    private List<LateArrival> of(SortedMap<AccountId, Set<Integer>> page) {
        Map<AccountId, LotHistory> histories = lots.histories(page.keySet());
        Map<AccountId, String> codes = accounts.codes(page.keySet());
        Map<AccountId, Policy> inForce = policies.of(page.keySet(), date);
        List<LateArrival> found = new ArrayList<>();
        page.forEach((account, nos) -> {
            LotHistory history = Objects.requireNonNull(histories.get(account));
            for (LateLots late : LateLotFinder.find(history.lots(), history.closings())) {
                List<Lot> theirs = late.lots().stream()
                        .filter(lot -> nos.contains(lot.no()))
                        .toList();
                if (!theirs.isEmpty()) {
                    found.add(new LateArrival(
                            Objects.requireNonNull(codes.get(account)),
                            new LateLots(late.instrument(), theirs, late.computable(), late.changes()),
                            Objects.requireNonNull(inForce.get(account)).tax()));
                }
            }
        });
        return found;
    }
}
