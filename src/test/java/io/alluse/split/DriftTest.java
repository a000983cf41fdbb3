package io.alluse.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.money.Percent;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/rules.md 4.3: exactly at the tolerance is not over it. */
class DriftTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             SPLIT    | HOLDINGS                                      | OVER
             20/30/50 | GEN 20.00, REV 30.00, COM 50.00               | none
             20/30/50 | GEN 25.00, REV 30.00, COM 45.00               | none
             20/30/50 | GEN 250000.01, REV 300000.00, COM 449999.99   | GEN 25.01% for 20%, COM 44.99% for 50%
             20/30/50 | GEN 249999.99, REV 300000.00, COM 450000.01   | none
             20/30/50 | GEN 250000.00000001, REV 300000.00, COM 450000.00 | GEN 25.01% for 20%, COM 44.99% for 50%
             20/30/50 | GEN 10.00, GEN 15.00, REV 30.00, COM 45.00    | none
             20/30/50 | GEN 10.00, GEN 16.00, REV 30.00, COM 44.00    | GEN 26% for 20%, COM 44% for 50%
             20/30/50 | GEN 20.00, COM 50.00                          | none
             20/30/50 | GEN 40.00, COM 60.00                          | GEN 40% for 28.57%, COM 60% for 71.43%
             20/30/50 | GEN 0.00, REV 0.00, COM 0.00                  | none
             20/30/50 | GEN -10.00, REV 0.00, COM 5.00                | none
             20/30/50 | GEN -10.00, REV 60.00, COM 50.00              | GEN -10% for 20%, REV 60% for 30%
             0/0/100  | GEN 5.00, REV 5.00                            | none
             0/0/100  | GEN 5.00, REV 0.00, COM 95.00                 | none
             0/0/100  | GEN 5.01, REV 0.00, COM 95.00                 | GEN 5.01% for 0%, COM 94.99% for 100%
            """, useHeadersInDisplayName = true)
    void tiers_that_are_more_than_five_points_off_are_named(String split, String holdings, String over) {
        String found = Drift.of(Holdings.split(split), Holdings.of(holdings)).over(Percent.of("5")).stream()
                .map(part -> part.tier() + " " + part.has() + " for " + part.target())
                .collect(Collectors.joining(", "));
        assertThat(found.isEmpty() ? "none" : found).isEqualTo(over);
    }
}
