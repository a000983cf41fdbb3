package io.alluse.sweep;

import io.alluse.account.AccountId;

/** A row beside the event of this number; zero where there is none. */
public record KeptBeside(AccountId account, int eventNo, Beside row) {}
