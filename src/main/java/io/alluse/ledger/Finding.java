package io.alluse.ledger;

import org.jspecify.annotations.Nullable;

/** Something the ledger says that contradicts the rest of it; without an account it is about the ledger as a whole. */
public record Finding(@Nullable String account, @Nullable Integer event, String what, String expected, String found) {

    static Finding ofLedger(String what, String expected, String found) {
        return new Finding(null, null, what, expected, found);
    }

    static Finding ofAccount(String account, String what, String expected, String found) {
        return new Finding(account, null, what, expected, found);
    }

    /** {@code A-000042-GEN event 7}. */
    public String where() {
        String whose = account == null ? "ledger" : account;
        return event == null ? whose : whose + " event " + event;
    }

    @Override
    public String toString() {
        return where() + ": " + what + ": expected " + expected + ", found " + found;
    }
}
