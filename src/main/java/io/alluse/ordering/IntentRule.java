package io.alluse.ordering;

import io.alluse.intent.IntentKind;
import io.alluse.ledger.AccountHead;
import io.alluse.money.Money;
import io.alluse.ordering.Why.Reason;
import io.alluse.policy.Policy;
import io.alluse.policy.TierPolicy;
import io.alluse.sizing.Exposures;
import io.alluse.sizing.Limits;
import io.alluse.sizing.Market;
import io.alluse.sweep.AccountView;
import java.util.ArrayList;
import java.util.List;

/** From what is allocated to whole contracts, shares and LEAPS, within the limits (docs/rules.md 2.6, 5.6). */
final class IntentRule {

    private IntentRule() {}

    /** The business date is that of the market; whether the account takes part is asked before. */
    static Intended decide(AccountView account, IntentFacts facts) {
        Budgets budgets = Budgets.of(account.head(), facts.open());
        if (budgets.areEmpty()) {
            return new Intended(budgets, List.of(), List.of());
        }
        Desk desk = desk(account, facts);
        List<Unspent> unspent = new ArrayList<>(IntentKind.values().length);
        for (IntentKind kind : IntentKind.values()) {
            if (budgets.of(kind).isPositive()) {
                Unspent stays = spend(kind, budgets.of(kind), account.head(), desk);
                if (stays.amount().isPositive()) {
                    unspent.add(stays);
                }
            }
        }
        return new Intended(budgets, desk.draft().intents(), unspent);
    }

    private static Desk desk(AccountView account, IntentFacts facts) {
        Policy policy = account.policy();
        TierPolicy tier = policy.tier(account.tier());
        Market market = facts.market();
        Limits limits = Limits.of(tier.positions(), account.head().balances().netWorth());
        Exposures exposures = Exposures.of(facts.held(), market, policy.maxPriceAgeDays());
        return new Desk(
                policy,
                tier,
                market,
                new Rooms(limits, exposures, facts.open()),
                new Draft(EntryDays.after(market.date(), tier.entry())));
    }

    private static Unspent spend(IntentKind kind, Money budget, AccountHead head, Desk desk) {
        if (!head.balances().netWorth().isPositive()) {
            return new Unspent(kind, budget, List.of(new Why(null, Reason.NET_WORTH)));
        }
        return switch (kind) {
            case CONTRACTS, SHARES -> new UnitOrders(kind, desk).spend(budget);
            case LEAPS -> new LeapsOrders(desk).spend(budget);
            case SALE, BUY_BACK -> throw new IllegalArgumentException("what ends a position spends nothing");
        };
    }
}
