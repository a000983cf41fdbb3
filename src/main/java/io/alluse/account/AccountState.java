package io.alluse.account;

/** The states of an account and the changes docs/rules.md 8 allows; nothing else is legal. */
public enum AccountState {
    SAFE,
    ACTIVE,
    FORKING,
    MERGING,
    SUSPENDED,
    CLOSED,
    ERROR;

    public boolean canBecome(AccountState next) {
        return switch (this) {
            case SAFE -> next == ACTIVE || next == CLOSED || next == ERROR;
            case ACTIVE -> next == SUSPENDED || next == FORKING || next == MERGING || next == CLOSED || next == ERROR;
            case FORKING -> next == ACTIVE || next == ERROR;
            case MERGING -> next == CLOSED || next == ACTIVE || next == ERROR;
            case SUSPENDED -> next == ACTIVE || next == CLOSED || next == ERROR;
            case CLOSED -> false;
            case ERROR -> next == SAFE;
        };
    }

    /** Closing asks for an empty account, except where a merge has emptied it. */
    public boolean mustBeEmptyToClose() {
        return this != MERGING;
    }
}
