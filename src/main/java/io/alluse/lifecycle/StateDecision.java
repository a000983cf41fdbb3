package io.alluse.lifecycle;

import io.alluse.account.AccountState;

/** What becomes of a person's wish to change the state of an account. */
sealed interface StateDecision {

    record Change(AccountState from, AccountState to) implements StateDecision {}

    /** It is in that state; nothing to do. */
    record Already(AccountState state) implements StateDecision {}

    /** Not from this state, or not with what the account holds; the reason begins with a verb. */
    record Refuse(String reason) implements StateDecision {}
}
