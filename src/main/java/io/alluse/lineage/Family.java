package io.alluse.lineage;

import io.alluse.account.AccountId;
import io.alluse.account.ForkCodes;
import io.alluse.money.Money;
import io.alluse.policy.Mapping;
import java.time.LocalDate;
import java.util.List;

/**
 * The children of one fork, as long as they are merged together (docs/rules.md 6.4).
 *
 * @param received what they received together when they were opened
 * @param target the COM of the main account that they belong to
 */
public record Family(
        FamilyRef ref,
        String parentCode,
        LocalDate founded,
        Money received,
        Mapping mapping,
        AccountId target,
        List<AccountId> members) {

    public Family {
        members = List.copyOf(members);
    }

    /** Of the fork that founded it. */
    public String code() {
        return ForkCodes.fork(parentCode, ref.forkNo());
    }
}
