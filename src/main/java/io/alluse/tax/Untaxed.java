package io.alluse.tax;

import io.alluse.account.AccountId;
import io.alluse.calendar.BusinessDay;
import io.alluse.policy.PolicyBook;
import io.alluse.sql.Session;
import io.alluse.sweep.AccountView;
import io.alluse.tax.TaxDecision.Settle;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which accounts have results of which the tax has not been accrued: once they are emptied, nobody would accrue it any more. */
public final class Untaxed {

    private final TaxAndBufferJob tax;

    public Untaxed(Session session, PolicyBook book) {
        this.tax = new TaxAndBufferJob(session, book);
    }

    public Set<AccountId> of(List<AccountView> accounts, BusinessDay date) {
        Map<AccountId, List<TaxYear>> years = tax.facts(accounts, date);
        Set<AccountId> untaxed = new HashSet<>();
        for (AccountView view : accounts) {
            AccountId id = view.head().chain().account();
            TaxDecision decision =
                    TaxAndBuffer.decide(view.head(), view.policy(), years.getOrDefault(id, tax.noFacts()), date);
            if (decision instanceof Settle settle && settle.accrues()) {
                untaxed.add(id);
            }
        }
        return untaxed;
    }
}
