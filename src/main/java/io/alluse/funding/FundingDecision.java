package io.alluse.funding;

import io.alluse.account.AccountState;
import io.alluse.cover.Cover;

/** What becomes of an account's cash. */
sealed interface FundingDecision {

    record Fine() implements FundingDecision {}

    /** Something is moved to cash, perhaps not enough. */
    record Covered(Cover cover) implements FundingDecision {}

    /** Nothing is there to be moved. */
    record Debit(Cover cover) implements FundingDecision {}

    record NotEligible(AccountState state) implements FundingDecision {}
}
