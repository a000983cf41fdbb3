package io.alluse.sweep;

import io.alluse.account.AccountId;

/** A row beside the event of this number. */
public record KeptBeside(AccountId account, int eventNo, Beside row) {}
