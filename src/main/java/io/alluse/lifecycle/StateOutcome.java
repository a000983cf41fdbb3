package io.alluse.lifecycle;

import io.alluse.account.AccountState;

/** What happened, or would happen, to the state of one account; the number is that of the event, 0 where there is none. */
public record StateOutcome(String code, AccountState before, AccountState after, int eventNo) {

    public boolean changed() {
        return before != after;
    }
}
