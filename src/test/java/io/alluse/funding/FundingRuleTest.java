package io.alluse.funding;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.ChainHead;
import io.alluse.ledger.EventHash;
import io.alluse.ledger.Marks;
import io.alluse.money.Money;
import io.alluse.tax.TaxFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/rules.md 4.4: whom a cover acts on, and what is told of the others. */
class FundingRuleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             STATE     | HOLDS                | DECISION                | MARGIN DEBIT
             ACTIVE    | CASH 0               | nothing                 | 0.00
             ACTIVE    | CASH -50 BUFFER 50   | covered 50.00           | 0.00
             ACTIVE    | CASH -50 BUFFER 20   | covered 20.00           | 30.00
             ACTIVE    | CASH -50             | short 50.00             | 50.00
             FORKING   | CASH -50 BUFFER 50   | covered 50.00           | 0.00
             SUSPENDED | CASH -50 BUFFER 50   | not eligible: SUSPENDED | 50.00
             SUSPENDED | CASH 50 BUFFER 50    | not eligible: SUSPENDED | 0.00
             SAFE      | CASH -50 BUFFER 50   | not eligible: SAFE      | 50.00
             MERGING   | CASH -50 BUFFER 50   | not eligible: MERGING   | 50.00
             ERROR     | CASH -50 BUFFER 50   | not eligible: ERROR     | 50.00
            """, useHeadersInDisplayName = true)
    void only_active_and_forking_accounts_are_covered(AccountState state, String holds, String decision, String debit) {
        AccountHead head = head(state, holds, "0");
        assertThat(text(FundingRule.decide(head))).isEqualTo(decision);
        assertThat(Told.coverOf(head).debit()).hasToString(debit);
    }

    private static String text(FundingDecision decision) {
        return switch (decision) {
            case FundingDecision.Fine _ -> "nothing";
            case FundingDecision.Covered covered -> "covered " + covered.cover().moved();
            case FundingDecision.Debit debit -> "short " + debit.cover().debit();
            case FundingDecision.NotEligible not -> "not eligible: " + not.state();
        };
    }

    static AccountHead head(AccountState state, String holds, String base) {
        ChainHead chain = new ChainHead(AccountId.ofMain(1).member(3), "A-000001-COM", 7, EventHash.NONE);
        return new AccountHead(chain, state, Money.of(base), TaxFixture.balances(holds), 0, 0, Marks.NONE, Money.ZERO);
    }
}
