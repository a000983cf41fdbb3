package io.alluse.funding;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.ledger.AccountHead;
import io.alluse.policy.Policy;
import io.alluse.policy.Tier;
import io.alluse.split.Drift;
import io.alluse.split.Holding;
import io.alluse.split.TransferProposals;
import java.util.List;
import java.util.Set;

/** A main account: its code, the policy by which it is split, and all of its accounts. */
record Family(AccountId main, String code, Policy policy, List<Member> members) {

    record Member(Tier tier, AccountHead head) {

        AccountId id() {
            return head.chain().account();
        }

        String code() {
            return head.chain().code();
        }
    }

    Family {
        members = List.copyOf(members);
    }

    private List<Member> open() {
        return members.stream()
                .filter(member -> member.head().state() != AccountState.CLOSED)
                .toList();
    }

    List<Drift.Part> drift() {
        List<Holding> holdings =
                open().stream().map(member -> holding(member, Set.of())).toList();
        return Drift.of(policy.split(), holdings).over(policy.driftTolerance());
    }

    /** Accounts with an open break stay as they are until it is explained. */
    TransferProposals proposals(Set<AccountId> blocked) {
        return TransferProposals.of(
                policy.split(),
                open().stream().map(member -> holding(member, blocked)).toList());
    }

    private static Holding holding(Member member, Set<AccountId> blocked) {
        return new Holding(
                member.code(),
                member.tier(),
                member.head().balances().netWorth(),
                member.head().freeCash(),
                bar(member, blocked));
    }

    private static String bar(Member member, Set<AccountId> blocked) {
        if (member.head().state() != AccountState.ACTIVE) {
            return "is " + member.head().state();
        }
        return blocked.contains(member.id()) ? "has an open break" : "";
    }
}
