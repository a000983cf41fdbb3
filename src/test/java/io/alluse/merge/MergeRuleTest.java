package io.alluse.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.merge.MergeDecision.Due;
import io.alluse.merge.MergeDecision.NotDue;
import io.alluse.merge.MergeRule.Worth;
import io.alluse.money.Money;
import io.alluse.policy.PolicyBook;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a family is due: docs/rules.md 7.1. */
class MergeRuleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             POLICY       | RECEIVED  | FOUNDED    | WORTH      | DATE       | DECISION
             standard     | 52000.00  | 2026-01-06 | 499999.99  | 2026-02-02 | its family is below the threshold
             standard     | 52000.00  | 2026-01-06 | 500000.00  | 2026-02-02 | worth at least 500,000.00
             standard     | 499999.99 | 2026-01-06 | 500000.00  | 2026-01-07 | worth at least 500,000.00
             standard     | 500000.00 | 2026-01-06 | 9000000.00 | 2036-01-07 | its family was opened at the threshold
             screenplay   | 60000.00  | 2026-01-06 | 500000.00  | 2026-02-02 | worth at least 500,000.00
             constitution | 100000.00 | 2026-01-06 | 499999.99  | 2036-02-01 | its family is below the threshold
             constitution | 100000.00 | 2026-01-06 | 500000.00  | 2026-02-02 | worth at least 500,000.00
             constitution | 500000.00 | 2026-01-06 | 1499999.99 | 2026-02-02 | its family was opened at the threshold
             constitution | 500000.00 | 2026-01-06 | 1500000.00 | 2026-02-02 | worth 3 times the 500,000.00 it received
             constitution | 500000.01 | 2026-01-06 | 1500000.02 | 2026-02-02 | its family was opened at the threshold
             constitution | 500000.01 | 2026-01-06 | 1500000.03 | 2026-02-02 | worth 3 times the 500,000.01 it received
             constitution | 500000.00 | 2026-01-06 | 400000.00  | 2029-01-05 | its family was opened at the threshold
             constitution | 500000.00 | 2026-01-06 | 400000.00  | 2029-01-06 | founded on 2026-01-06, 3 years ago
             constitution | 500000.00 | 2028-02-29 | 600000.00  | 2031-02-27 | its family was opened at the threshold
             constitution | 500000.00 | 2028-02-29 | 600000.00  | 2031-02-28 | founded on 2028-02-29, 3 years ago
            """, useHeadersInDisplayName = true)
    void a_family_is_due(
            String policy, String received, LocalDate founded, String worth, LocalDate date, String expected) {
        Worth family = new Worth(Money.of(worth), Money.of(received), founded);
        String found = switch (MergeRule.decide(
                family, PolicyBook.shipped().policy(policy).merge(), date)) {
            case NotDue(String reason) -> reason;
            case Due due -> due.why();
        };
        assertThat(found).isEqualTo(expected);
    }
}
