package io.alluse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.fault.Fault;
import io.alluse.money.Percent;
import io.alluse.yaml.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverridesTest {

    /** Deliberately not in the order in which they take effect. */
    private static final List<DatedOverride> HISTORY = List.of(
            dated("2026-03-01", 4, "buffer", "9"),
            dated("2026-01-10", 1, "buffer", "6"),
            dated("2026-02-01", 3, "buffer", "8"),
            dated("2026-02-01", 2, "buffer", "7"),
            dated("2026-02-15", 9, "tax.short", "35"),
            dated("2026-04-01", 10, "buffer", "5"),
            dated("2026-04-01", 11, "tax.short", "30"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             ON         | BUFFER | TAX | AS BASE
             2025-12-31 | 5      | 30  | true
             2026-01-09 | 5      | 30  | true
             2026-01-10 | 6      | 30  | false
             2026-01-31 | 6      | 30  | false
             2026-02-01 | 8      | 30  | false
             2026-02-14 | 8      | 30  | false
             2026-02-15 | 8      | 35  | false
             2026-03-01 | 9      | 35  | false
             2026-04-01 | 5      | 30  | true
             2036-01-01 | 5      | 30  | true
            """)
    void a_run_for_a_date_uses_what_was_in_force_then(LocalDate on, String buffer, String tax, boolean asBase) {
        Policy effective = Policy.effective(Shipped.STANDARD, HISTORY, on);

        assertThat(effective.buffer()).isEqualTo(Percent.of(buffer));
        assertThat(effective.tax().shortTerm()).isEqualTo(Percent.of(tax));
        assertThat(effective.hash().equals(Shipped.STANDARD.hash())).isEqualTo(asBase);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void the_order_in_which_a_history_is_kept_does_not_matter(long seed) {
        List<DatedOverride> shuffled = new ArrayList<>(HISTORY);
        Collections.shuffle(shuffled, new Random(seed));

        for (LocalDate on = LocalDate.of(2026, 1, 1); on.isBefore(LocalDate.of(2026, 5, 1)); on = on.plusDays(1)) {
            assertThat(Policy.effective(Shipped.STANDARD, shuffled, on))
                    .isEqualTo(Policy.effective(Shipped.STANDARD, HISTORY, on));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             OVERRIDE                | PROBLEM
             buffer=100              | override: buffer: must be a percentage from 0 to 99.9999, below 100 (found 100)
             buffer=                 | override: buffer: must be a percentage from 0 to 99.9999, below 100 (found nothing)
             buffer=[5               | override: buffer: is not YAML: expected ',' or ']', but got <stream end>
             bufer=5                 | override: bufer: unknown key, did you mean `buffer`?
             tiers.GEN=none          | override: tiers.GEN: unknown key
             name=mine               | override: name: belongs to the policy and cannot be overridden (found mine)
             version=2               | override: version: belongs to the policy and cannot be overridden (found 2)
             positionCap=30          | override: positionCap: belongs to the policy and cannot be overridden (found 30)
             capital.cap=1           | override: capital.cap: belongs to the policy and cannot be overridden (found 1)
             tiers.GEN.split=25      | override: tiers.GEN.split: must add up with tiers.REV.split and tiers.COM.split to 100, adds up to 105 (found 25)
             tiers.COM.fork.by=value | override: tiers.COM.fork.threshold: is missing
             tiers.GEN.weekly={contracts: 100} | override: tiers.GEN.weekly.shares: is missing
            """)
    void an_override_is_held_to_the_same_rules(String override, String problem) {
        assertThat(Shipped.STANDARD.check("override", overrides(override)).problems())
                .extracting(Problem::toString)
                .contains(problem);
    }

    @Test
    void overrides_are_validated_as_a_whole_and_all_problems_told() {
        Policy policy = Shipped.STANDARD.with(
                overrides("tiers.GEN.split=50", "tiers.REV.split=25", "tiers.COM.split=25", "tax.short=25"));

        assertThat(policy.split()).hasToString("50/25/25");
        Assertions.assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> Shipped.STANDARD.with(overrides("buffer=-1", "tax.short=x", "nothing=1")))
                .withMessageContaining("buffer: must be")
                .withMessageContaining("tax.short: must be")
                .withMessageContaining("nothing: unknown key");
    }

    @Test
    void a_group_is_replaced_by_none_and_back() {
        Policy without = Shipped.STANDARD.with(overrides("tiers.GEN.weekly=none"));
        Policy again =
                without.with(overrides("tiers.GEN.weekly={contracts: 100, shares: 0, leaps: 0, basis: post-tax}"));
        Policy byPart = without.with(overrides(
                "tiers.GEN.weekly.contracts=100",
                "tiers.GEN.weekly.shares=0",
                "tiers.GEN.weekly.leaps=0",
                "tiers.GEN.weekly.basis=post-tax"));

        assertThat(without.tier(Tier.GEN).weekly()).isEmpty();
        assertThat(again).isEqualTo(Shipped.STANDARD);
        assertThat(byPart).isEqualTo(Shipped.STANDARD);
    }

    @Test
    void of_two_overrides_the_later_wins_and_none_at_all_changes_nothing() {
        assertThat(Shipped.STANDARD.with(overrides("buffer=7", "buffer=6")).buffer())
                .isEqualTo(Percent.of("6"));
        assertThat(Shipped.STANDARD.with(List.of())).isSameAs(Shipped.STANDARD);
        assertThat(Shipped.STANDARD.with(overrides("buffer=5.00"))).isEqualTo(Shipped.STANDARD);
    }

    @Test
    void a_difference_names_the_key_and_both_values() {
        Policy other = Shipped.STANDARD.with(overrides("buffer=7", "tiers.GEN.weekly=none"));

        assertThat(PolicyDiff.between(Shipped.STANDARD, other).differences())
                .containsExactly(
                        new PolicyDiff.Difference("buffer", "5", "7"),
                        new PolicyDiff.Difference("tiers.GEN.weekly", "-", "none"),
                        new PolicyDiff.Difference("tiers.GEN.weekly.contracts", "100", "-"),
                        new PolicyDiff.Difference("tiers.GEN.weekly.shares", "0", "-"),
                        new PolicyDiff.Difference("tiers.GEN.weekly.leaps", "0", "-"),
                        new PolicyDiff.Difference("tiers.GEN.weekly.basis", "post-tax", "-"));
        assertThat(PolicyDiff.between(other, other).differences()).isEmpty();
    }

    private static List<PolicyOverride> overrides(String... keysAndValues) {
        return Arrays.stream(keysAndValues)
                .map(text -> text.split("=", 2))
                .map(parts -> new PolicyOverride(parts[0], parts[1]))
                .toList();
    }

    private static DatedOverride dated(String date, long sequence, String key, String value) {
        return new DatedOverride(LocalDate.parse(date), sequence, new PolicyOverride(key, value));
    }
}
