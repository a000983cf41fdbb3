package io.alluse.ordering;

import io.alluse.intent.IntentKind;
import io.alluse.money.Money;
import java.util.List;

/** What stays allocated of a bucket's budget, and what kept it from being spent: by symbol, in the order of the policy. */
record Unspent(IntentKind kind, Money amount, List<Why> why) {

    Unspent {
        why = List.copyOf(why);
    }
}
