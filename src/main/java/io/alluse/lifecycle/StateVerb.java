package io.alluse.lifecycle;

import io.alluse.account.AccountState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The changes of state that a person makes; all others are made by rules (docs/rules.md 8). */
public enum StateVerb {
    SUSPEND(AccountState.SUSPENDED, "suspended"),
    RESUME(AccountState.ACTIVE, "resumed"),
    CLOSE(AccountState.CLOSED, "closed"),
    RECOVER(AccountState.SAFE, "recovered");

    private final AccountState to;
    private final String participle;

    StateVerb(AccountState to, String participle) {
        this.to = to;
        this.participle = participle;
    }

    /** The verbs that are legal in a state. */
    static List<StateVerb> legalIn(AccountState state) {
        return Arrays.stream(values()).filter(verb -> verb.startsFrom(state)).toList();
    }

    boolean startsFrom(AccountState state) {
        return switch (this) {
            case SUSPEND -> state == AccountState.ACTIVE;
            case RESUME -> state == AccountState.SUSPENDED || state == AccountState.SAFE;
            case CLOSE -> state == AccountState.SAFE || state == AccountState.ACTIVE || state == AccountState.SUSPENDED;
            case RECOVER -> state == AccountState.ERROR;
        };
    }

    public AccountState to() {
        return to;
    }

    /** {@code suspend}, as on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String participle() {
        return participle;
    }

    /** The rule its events go under. */
    String rule() {
        return "account-" + word();
    }
}
