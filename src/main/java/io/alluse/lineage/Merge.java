package io.alluse.lineage;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.account.Brokerage;
import io.alluse.money.Money;
import io.alluse.policy.PolicyHash;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A merge as it is kept.
 *
 * @param fork the code of the fork whose family it was
 */
public record Merge(
        AccountId target,
        String targetCode,
        int no,
        MergeKind kind,
        LocalDate date,
        int eventNo,
        @Nullable FamilyRef family,
        @Nullable String fork,
        PolicyHash policy,
        String why,
        Money received,
        MergeState state,
        @Nullable LocalDate endedOn,
        List<Member> members) {

    /** An account that gave, as it is now. */
    public record Member(
            AccountId account,
            String code,
            int eventNo,
            boolean whole,
            Money base,
            Money received,
            AccountState state,
            AccountId brokerage,
            Brokerage mapped) {}

    public Merge {
        members = List.copyOf(members);
    }

    /** {@code A-000042-COM-M1}. */
    public String code() {
        return code(targetCode, no);
    }

    public static String code(String target, int no) {
        return target + "-M" + no;
    }
}
