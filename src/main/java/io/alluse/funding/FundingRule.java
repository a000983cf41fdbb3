package io.alluse.funding;

import io.alluse.account.AccountState;
import io.alluse.cover.Cover;
import io.alluse.funding.FundingDecision.Covered;
import io.alluse.funding.FundingDecision.Debit;
import io.alluse.funding.FundingDecision.Fine;
import io.alluse.funding.FundingDecision.NotEligible;
import io.alluse.ledger.AccountHead;

/** Brings negative cash back to zero (docs/rules.md 4.4). */
final class FundingRule {

    private static final Fine FINE = new Fine();

    private FundingRule() {}

    /** A person has stopped a SUSPENDED account: what it is short of is told, and nothing is moved. */
    static FundingDecision decide(AccountHead head) {
        if (head.state() != AccountState.ACTIVE && head.state() != AccountState.FORKING) {
            return new NotEligible(head.state());
        }
        Cover cover = Cover.of(head.balances(), head.bound());
        if (!cover.isNeeded()) {
            return FINE;
        }
        return cover.moves() ? new Covered(cover) : new Debit(cover);
    }
}
