package io.alluse.lineage;

import io.alluse.account.AccountId;
import io.alluse.money.Money;
import io.alluse.policy.PolicyHash;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A merge about to be kept. */
public record NewMerge(
        AccountId target,
        int no,
        MergeKind kind,
        LocalDate date,
        int eventNo,
        @Nullable FamilyRef family,
        PolicyHash policy,
        String why,
        Money received,
        List<Member> members) {

    /** An account that gave all it had, or a part of it, in its event of this number. */
    public record Member(AccountId account, int eventNo, boolean whole, Money base, Money received) {}

    public NewMerge {
        members = List.copyOf(members);
    }
}
