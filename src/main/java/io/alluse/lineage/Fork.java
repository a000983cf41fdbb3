package io.alluse.lineage;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.account.Brokerage;
import io.alluse.account.ForkCodes;
import io.alluse.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fork as it is kept. */
public record Fork(
        AccountId parent,
        String parentCode,
        int no,
        LocalDate date,
        int eventNo,
        Money amount,
        Money baseChange,
        @Nullable String main,
        @Nullable Long decision,
        ForkState state,
        @Nullable LocalDate endedOn,
        String validation,
        List<Child> children) {

    /** An account that it opened, as it is now. */
    public record Child(
            AccountId account,
            String code,
            Money received,
            @Nullable String transfer,
            AccountState state,
            AccountId brokerage,
            Brokerage mapped) {}

    public Fork {
        children = List.copyOf(children);
    }

    /** {@code A-000042-GEN-1}. */
    public String code() {
        return ForkCodes.fork(parentCode, no);
    }
}
