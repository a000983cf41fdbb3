package io.alluse.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AccountStateTest {

    /** The diagram of docs/rules.md 8: rows become columns. CLOSED is the end: a closed account accepts nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             SAFE      | - x - - - x x
             ACTIVE    | - - x x x x x
             FORKING   | - x - - - - x
             MERGING   | - x - - - x x
             SUSPENDED | - x - - - x x
             CLOSED    | - - - - - - -
             ERROR     | x - - - - - -
            """)
    void nothing_else_is_legal(AccountState from, String legal) {
        for (AccountState to : AccountState.values()) {
            assertThat(from.canBecome(to)).as(from + " to " + to).isEqualTo(legal.charAt(2 * to.ordinal()) == 'x');
        }
    }

    @ParameterizedTest
    @EnumSource
    void only_a_merge_has_emptied_it_already(AccountState state) {
        assertThat(state.mustBeEmptyToClose()).isEqualTo(state != AccountState.MERGING);
    }
}
