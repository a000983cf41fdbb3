package io.alluse.merge;

import io.alluse.account.AccountId;
import io.alluse.account.PoliciesInForce;
import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.AccountHead;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.Tier;
import io.alluse.sql.Session;
import io.alluse.sweep.AccountView;
import io.alluse.tax.Untaxed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which members have results of which the tax has not been accrued: once they are emptied, nobody would accrue it any more. */
final class UntaxedMembers {

    private final Untaxed untaxed;
    private final PoliciesInForce policies;

    UntaxedMembers(Session session, PolicyBook book) {
        this.untaxed = new Untaxed(session, book);
        this.policies = new PoliciesInForce(session, book);
    }

    Set<AccountId> of(List<FamilyFacts> families, BusinessDay date) {
        List<AccountHead> members =
                families.stream().flatMap(family -> family.members().stream()).toList();
        Map<AccountId, Policy> inForce =
                policies.of(members.stream().map(UntaxedMembers::id).toList(), date.date());
        List<AccountView> views = members.stream()
                .map(head -> new AccountView(head, Tier.GEN, Objects.requireNonNull(inForce.get(id(head)))))
                .toList();
        return untaxed.of(views, date);
    }

    private static AccountId id(AccountHead head) {
        return head.chain().account();
    }
}
