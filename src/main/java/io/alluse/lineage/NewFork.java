package io.alluse.lineage;

import io.alluse.account.AccountId;
import io.alluse.money.Money;
import io.alluse.policy.PolicyHash;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fork about to be kept; one that opens a main account founds no family. */
public record NewFork(
        AccountId parent,
        int no,
        LocalDate date,
        int eventNo,
        PolicyHash policy,
        Money amount,
        Money baseChange,
        @Nullable AccountId main,
        @Nullable Long decision,
        ForkState state,
        String validation,
        List<Child> children) {

    /** An account that it opened, and what it received; without a transfer if that was nothing. */
    public record Child(
            AccountId account, Money amount, @Nullable String transfer) {}

    public NewFork {
        children = List.copyOf(children);
    }
}
