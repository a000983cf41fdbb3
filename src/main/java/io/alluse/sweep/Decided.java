package io.alluse.sweep;

import io.alluse.account.AccountId;
import org.jspecify.annotations.Nullable;

/** An account of a page with what was decided for it; without a view where it could not even be read. */
record Decided(AccountId account, @Nullable AccountView view, Decision decision) {}
