package io.alluse.ordering;

import io.alluse.sweep.AccountView;
import java.util.List;

/** From what is allocated to whole contracts, shares and LEAPS, within the limits (docs/rules.md 2.6, 5.6). */
final class IntentRule {

    private IntentRule() {}

    /** The date is that of the market. */
    static Intended decide(AccountView account, IntentFacts facts) {
        return new Intended(Budgets.of(account.head(), facts.open()), List.of(), List.of());
    }
}
