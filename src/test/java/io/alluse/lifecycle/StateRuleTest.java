package io.alluse.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountState;
import io.alluse.account.Brokerage;
import io.alluse.ledger.Balances;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.lifecycle.StateDecision.Already;
import io.alluse.lifecycle.StateDecision.Change;
import io.alluse.lifecycle.StateDecision.Refuse;
import io.alluse.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateRuleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             VERB    | STATE     | CASH | SUSPENSE | BROKERAGE | DECISION
             SUSPEND | ACTIVE    | 1.00 | 0.00     | confirmed | ACTIVE to SUSPENDED
             SUSPEND | SUSPENDED | 1.00 | 0.00     | confirmed | already SUSPENDED
             SUSPEND | SAFE      | 1.00 | 0.00     | requested | is SAFE and cannot be suspended; legal is resume or close
             SUSPEND | FORKING   | 1.00 | 0.00     | confirmed | is FORKING and cannot be suspended; no change by a person is legal
             SUSPEND | MERGING   | 1.00 | 0.00     | confirmed | is MERGING and cannot be suspended; no change by a person is legal
             SUSPEND | CLOSED    | 0.00 | 0.00     | confirmed | is CLOSED and cannot be suspended; no change by a person is legal
             SUSPEND | ERROR     | 1.00 | 0.00     | confirmed | is ERROR and cannot be suspended; legal is recover
             RESUME  | SUSPENDED | 1.00 | 0.00     | confirmed | SUSPENDED to ACTIVE
             RESUME  | SUSPENDED | 1.00 | 0.01     | confirmed | holds SUSPENSE 0.01: resolve that first
             RESUME  | SAFE      | 1.00 | 0.00     | confirmed | SAFE to ACTIVE
             RESUME  | SAFE      | 1.00 | 0.00     | opened    | is SAFE because its brokerage account is only opened: it becomes ACTIVE when `alluse account map` confirms it
             RESUME  | ACTIVE    | 1.00 | 0.00     | confirmed | already ACTIVE
             RESUME  | FORKING   | 1.00 | 0.00     | confirmed | is FORKING and cannot be resumed; no change by a person is legal
             RESUME  | CLOSED    | 0.00 | 0.00     | confirmed | is CLOSED and cannot be resumed; no change by a person is legal
             CLOSE   | ACTIVE    | 0.00 | 0.00     | confirmed | ACTIVE to CLOSED
             CLOSE   | SAFE      | 0.00 | 0.00     | requested | SAFE to CLOSED
             CLOSE   | SUSPENDED | 0.00 | 0.00     | confirmed | SUSPENDED to CLOSED
             CLOSE   | ACTIVE    | 0.01 | 0.00     | confirmed | is not empty and cannot be closed: CASH 0.01 left
             CLOSE   | ACTIVE    | 0.01 | 0.02     | confirmed | is not empty and cannot be closed: CASH 0.01, SUSPENSE 0.02 left
             CLOSE   | MERGING   | 0.00 | 0.00     | confirmed | is MERGING and cannot be closed; no change by a person is legal
             CLOSE   | CLOSED    | 0.00 | 0.00     | confirmed | already CLOSED
             RECOVER | ERROR     | 1.00 | 0.00     | confirmed | ERROR to SAFE
             RECOVER | ACTIVE    | 1.00 | 0.00     | confirmed | is ACTIVE and cannot be recovered; legal is suspend or close
             RECOVER | SAFE      | 1.00 | 0.00     | confirmed | already SAFE
            """, useHeadersInDisplayName = true)
    void a_person_makes_legal_changes_only(
            StateVerb verb, AccountState state, String cash, String suspense, String brokerage, String decision) {
        StateRule.Facts facts = new StateRule.Facts(state, balances(cash, suspense), Brokerage.ofWord(brokerage));
        assertThat(text(StateRule.decide(verb, facts))).isEqualTo(decision);
    }

    @Test
    void no_verb_changes_what_the_states_do_not_allow() {
        for (StateVerb verb : StateVerb.values()) {
            for (AccountState state : AccountState.values()) {
                if (verb.startsFrom(state)) {
                    assertThat(state.canBecome(verb.to()))
                            .as(verb + " " + state)
                            .isTrue();
                }
            }
        }
    }

    private static Balances balances(String cash, String suspense) {
        Money held = Money.of(cash);
        Money unclear = Money.of(suspense);
        LocalDate date = LocalDate.of(2026, 1, 5);
        Balances balances = Balances.ZERO;
        if (held.isPositive()) {
            balances = balances.after(List.of(Movement.of(LedgerAccount.CAPITAL, LedgerAccount.CASH, held, date)));
        }
        if (unclear.isPositive()) {
            balances =
                    balances.after(List.of(Movement.of(LedgerAccount.CAPITAL, LedgerAccount.SUSPENSE, unclear, date)));
        }
        return balances;
    }

    private static String text(StateDecision decision) {
        return switch (decision) {
            case Change change -> change.from() + " to " + change.to();
            case Already already -> "already " + already.state();
            case Refuse refuse -> refuse.reason();
        };
    }
}
