package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.Accounts;
import io.alluse.run.Outcome;
import org.junit.jupiter.api.Test;

class CapitalizedDatabaseTest {

    @Test
    void the_main_accounts_of_the_plan_are_open() {
        try (CapitalizedDatabase capitalized = CapitalizedDatabase.ofMains(2)) {
            assertThat(capitalized.report().run().outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(new Accounts(capitalized.session())
                            .account("A-000002-COM")
                            .mainName())
                    .isEqualTo("Account-2");
        }
    }
}
