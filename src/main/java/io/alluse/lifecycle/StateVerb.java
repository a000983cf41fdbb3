package io.alluse.lifecycle;

import io.alluse.account.AccountState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The changes of state that a person makes; all others are made by rules (RULES 8). */
public enum StateVerb {
    SUSPEND(AccountState.SUSPENDED, "suspended", Set.of(AccountState.ACTIVE)),
    RESUME(AccountState.ACTIVE, "resumed", Set.of(AccountState.SUSPENDED, AccountState.SAFE)),
    CLOSE(AccountState.CLOSED, "closed", Set.of(AccountState.SAFE, AccountState.ACTIVE, AccountState.SUSPENDED)),
    RECOVER(AccountState.SAFE, "recovered", Set.of(AccountState.ERROR));

    private final AccountState to;
    private final String participle;
    private final Set<AccountState> from;

    StateVerb(AccountState to, String participle, Set<AccountState> from) {
        this.to = to;
        this.participle = participle;
        this.from = from;
    }

    /** The verbs that are legal in a state. */
    static List<StateVerb> legalIn(AccountState state) {
        return Arrays.stream(values()).filter(verb -> verb.startsFrom(state)).toList();
    }

    boolean startsFrom(AccountState state) {
        return from.contains(state);
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
