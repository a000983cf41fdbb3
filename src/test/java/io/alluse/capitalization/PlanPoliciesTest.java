package io.alluse.capitalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.capitalization.PlanRow.PolicyChoice;
import io.alluse.capitalization.PlanRow.References;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.money.Money;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.PolicyHash;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PlanPoliciesTest {

    private static final PolicyBook BOOK = PolicyBook.shipped();
    private static final PolicyChoice STANDARD = new PolicyChoice("", "", "", "");

    private final PlanPolicies policies = new PlanPolicies(BOOK);

    @Test
    void a_run_goes_on_by_the_policy_it_was_begun_with() {
        Policy standard = BOOK.policy("standard");
        assertThat(policies.taken(row(STANDARD, standard.hash()))).isEqualTo(standard);
    }

    @Test
    void a_run_does_not_go_on_by_a_policy_that_has_changed_since() {
        PlanRow row = row(STANDARD, BOOK.policy("screenplay").hash());
        assertThatThrownBy(() -> policies.taken(row))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.exit()).isEqualTo(Exit.CONFLICT))
                .hasMessageContaining("the policies have changed since the plan was read");
    }

    @Test
    void nor_by_one_that_is_gone() {
        PlanRow row = row(
                new PolicyChoice("gone", "", "", ""), BOOK.policy("standard").hash());
        assertThatThrownBy(() -> policies.taken(row))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.exit()).isEqualTo(Exit.CONFLICT))
                .hasMessageContaining("unknown policy `gone`");
    }

    private static PlanRow row(PolicyChoice choice, PolicyHash hash) {
        return new PlanRow(
                2,
                "Account-1",
                Money.of("500000"),
                choice,
                hash,
                LocalDate.of(2026, 1, 5),
                new References("", "", "", ""),
                "capital=500000.00");
    }
}
