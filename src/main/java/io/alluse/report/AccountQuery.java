package io.alluse.report;

import io.alluse.account.AccountState;
import io.alluse.policy.Tier;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts, in which order, and where to go on.
 *
 * @param main code of a main account
 * @param name part of a main account's name
 * @param limit at most so many; null for all
 * @param after code of the last account of the page before
 */
public record AccountQuery(
        @Nullable Tier tier,
        @Nullable AccountState state,
        @Nullable String policy,
        @Nullable String main,
        @Nullable String name,
        AccountSort sort,
        boolean descending,
        @Nullable Integer limit,
        @Nullable String after) {

    /** All accounts of a main account by code. */
    public static AccountQuery ofMain(String main) {
        return new AccountQuery(null, null, null, main, null, AccountSort.CODE, false, null, null);
    }

    public AccountQuery page(@Nullable Integer most, @Nullable String last) {
        return new AccountQuery(tier, state, policy, main, name, sort, descending, most, last);
    }

    /** In the order in which accounts are stored, and not all of them: a page is found without reading the rest. */
    boolean walks() {
        return sort == AccountSort.CODE && !descending && limit != null;
    }

    /** The name as a pattern that takes every letter for itself. */
    @Nullable
    String namePattern() {
        return name == null ? null : "%" + name.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
