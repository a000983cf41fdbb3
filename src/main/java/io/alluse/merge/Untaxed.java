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
import io.alluse.tax.TaxAndBuffer;
import io.alluse.tax.TaxAndBufferJob;
import io.alluse.tax.TaxDecision.Settle;
import io.alluse.tax.TaxYear;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which members have results of which the tax has not been accrued: once they are emptied, nobody would accrue it any more. */
final class Untaxed {

    private final TaxAndBufferJob tax;
    private final PoliciesInForce policies;

    Untaxed(Session session, PolicyBook book) {
        this.tax = new TaxAndBufferJob(session, book);
        this.policies = new PoliciesInForce(session, book);
    }

    Set<AccountId> of(List<FamilyFacts> families, BusinessDay date) {
        List<AccountHead> members =
                families.stream().flatMap(family -> family.members().stream()).toList();
        Map<AccountId, Policy> inForce =
                policies.of(members.stream().map(Untaxed::id).toList(), date.date());
        List<AccountView> views = members.stream()
                .map(head -> new AccountView(head, Tier.GEN, Objects.requireNonNull(inForce.get(id(head)))))
                .toList();
        Map<AccountId, List<TaxYear>> years = tax.facts(views, date);
        Set<AccountId> untaxed = new HashSet<>();
        for (AccountView view : views) {
            List<TaxYear> its = years.getOrDefault(id(view.head()), tax.noFacts());
            if (TaxAndBuffer.decide(view.head(), view.policy(), its, date) instanceof Settle settle
                    && settle.accrues()) {
                untaxed.add(id(view.head()));
            }
        }
        return untaxed;
    }

    private static AccountId id(AccountHead head) {
        return head.chain().account();
    }
}
