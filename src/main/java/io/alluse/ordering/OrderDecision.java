package io.alluse.ordering;

import io.alluse.account.AccountState;
import io.alluse.intent.KeptIntent;
import java.util.List;

/** What the job makes of an account. */
sealed interface OrderDecision {

    /** There are orders to ask for, or intents whose days have passed, or both. */
    record Order(List<KeptIntent> over, Intended intended) implements OrderDecision {}

    /** All that is allocated is bound, spent or asked for. */
    record NoBudget() implements OrderDecision {}

    /** Of none of the symbols that money is there for is there a price to go by. */
    record NoPrices(Intended intended) implements OrderDecision {}

    /** There is a budget, and none of it is spent; what keeps it from that is said with it. */
    record NothingToBuy(Intended intended) implements OrderDecision {}

    /** It is about to be merged and buys nothing more. */
    record BeingSold() implements OrderDecision {}

    /** Not in a state in which rules act on it. */
    record NotEligible(AccountState state) implements OrderDecision {}
}
