package io.alluse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.money.Money;
import io.alluse.money.Percent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedPoliciesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", useHeadersInDisplayName = true, textBlock = """
             KEY                            | STANDARD      | SCREENPLAY    | CONSTITUTION
             tiers.GEN.split                | 20            | 40            | 40
             tiers.REV.split                | 30            | 30            | 30
             tiers.COM.split                | 50            | 30            | 30
             capital.cap                    | 10000000      | 10000000      | 10000000
             capital.unit                   | 500000        | 250000        | 500000
             capital.default                | 500000        | 250000        | 500000
             tiers.GEN.minimumCapital       | none          | none          | 10000
             tiers.REV.minimumCapital       | none          | none          | 100000
             tiers.COM.minimumCapital       | none          | none          | 500000
             buffer                         | 5             | 5             | 5
             tiers.GEN.fork.by              | surplus       | surplus       | value
             tiers.GEN.fork.threshold       | 50000         | 50000         | 100000
             tiers.GEN.fork.into            | [GEN 50, COM 50] | [GEN 50, COM 50] | [REV 100]
             tiers.REV.fork.by              | surplus       | surplus       | value
             tiers.REV.fork.threshold       | 500000        | 500000        | 500000
             tiers.REV.fork.into            | [MAIN 100]    | [MAIN 100]    | [COM 100]
             tiers.COM.fork                 | none          | none          | none
             fork.decision                  | automatic     | automatic     | scored
             fork.maxConcurrent             | unlimited     | unlimited     | 5
             fork.reviewDays                | 5             | 5             | 5
             fork.flagReturnAbove           | 20            | 20            | 20
             fork.scoring.weights.market    | 0.3           | 0.3           | 0.3
             fork.scoring.weights.performance | 0.4         | 0.4           | 0.4
             fork.scoring.weights.load      | 0.2           | 0.2           | 0.2
             fork.scoring.weights.timing    | 0.1           | 0.1           | 0.1
             fork.scoring.executeAt         | 0.8           | 0.8           | 0.8
             fork.scoring.approveAt         | 0.7           | 0.7           | 0.7
             fork.scoring.withoutData       | 0.5           | 0.5           | 0.5
             fork.scoring.market.calm       | 15            | 15            | 15
             fork.scoring.market.wild       | 45            | 45            | 45
             merge.familyThreshold          | 500000        | 500000        | 500000
             merge.multiple                 | none          | none          | 3
             merge.years                    | none          | none          | 3
             merge.positions                | in-kind       | in-kind       | in-kind
             tiers.GEN.weekly               | -             | -             | none
             tiers.GEN.weekly.contracts     | 100           | 100           | -
             tiers.GEN.weekly.basis         | post-tax      | post-tax      | -
             tiers.REV.weekly               | none          | none          | none
             tiers.COM.weekly               | none          | none          | none
             tiers.GEN.quarterly            | none          | none          | none
             tiers.REV.quarterly.contracts  | 75            | 75            | 75
             tiers.REV.quarterly.shares     | 0             | 0             | 0
             tiers.REV.quarterly.leaps      | 25            | 25            | 25
             tiers.COM.quarterly.contracts  | 0             | 0             | 75
             tiers.COM.quarterly.shares     | 75            | 75            | 0
             tiers.COM.quarterly.leaps      | 25            | 25            | 25
             tiers.REV.quarterly.basis      | post-tax      | post-tax      | post-tax
             tax.short                      | 30            | 30            | 30
             tax.long                       | 15            | 15            | 30
             tax.dividend                   | 15            | 15            | 30
             tiers.GEN.symbols              | [TSLA, NVDA]  | [TSLA, NVDA]  | [AAPL, MSFT, AMZN, GOOG, SPY, QQQ, IWM]
             tiers.REV.symbols              | [AAPL, MSFT, AMZN, GOOG] | [AAPL, MSFT, AMZN, GOOG] | [NVDA, TSLA]
             tiers.COM.symbols              | [AAPL, MSFT, AMZN, GOOGL, NVDA, TSLA, META] | [AAPL, MSFT, AMZN, GOOGL, NVDA, TSLA, META] | [AAPL, MSFT, AMZN, GOOGL, NVDA, TSLA, META]
             tiers.GEN.delta                | 40-50         | 40-50         | 40-45
             tiers.REV.delta                | 30-40         | 30-40         | 30-35
             tiers.COM.delta                | 20-30         | 20-30         | 20-25
             tiers.GEN.entry                | [THU]         | [THU]         | [THU]
             tiers.REV.entry                | [MON, TUE, WED] | [MON, TUE, WED] | [WED]
             tiers.COM.entry                | [MON]         | [MON]         | [MON]
             tiers.GEN.positions.max        | 10            | 10            | 10
             tiers.GEN.positions.share      | 20            | 20            | 20
             tiers.REV.positions.max        | 20            | 20            | 20
             tiers.REV.positions.share      | 15            | 15            | 15
             tiers.COM.positions.max        | 50            | 50            | 50
             tiers.COM.positions.share      | 10            | 10            | 10
             tiers.GEN.positions.riskMultiplier | 1         | 1             | 1
             tiers.REV.positions.riskMultiplier | 1.2       | 1.2           | 1.2
             tiers.COM.positions.riskMultiplier | 1.5       | 1.5           | 1.5
             positionCap                    | 20            | 20            | 20
             mapping                        | per-account   | per-account   | per-account
             routing                        | []            | []            | []
             announceDays                   | 15            | 15            | 15
             driftTolerance                 | 5             | 5             | 5
             maxPriceAgeDays                | 5             | 5             | 5
             leaps.months                   | 12-18         | 12-18         | 12-18
             leaps.delta                    | 25-35         | 25-35         | 25-35
             leaps.quarterCap               | 40            | 40            | 40
            """)
    void each_policy_says_what_the_table_of_the_rules_says(
            String key, String standard, String screenplay, String constitution) {
        assertThat(Shipped.BOOK.policy("standard").values().get(key)).isEqualTo(standard);
        assertThat(Shipped.BOOK.policy("screenplay").values().get(key)).isEqualTo(screenplay);
        assertThat(Shipped.BOOK.policy("constitution").values().get(key)).isEqualTo(constitution);
    }

    @Test
    void the_values_arrive_in_the_records() {
        TierPolicy gen = Shipped.STANDARD.tier(Tier.GEN);

        assertThat(gen.fork())
                .isEqualTo(new ForkTerms.SurplusIntoAccounts(
                        Money.of("50000"),
                        List.of(
                                new ForkTerms.Child(Tier.GEN, Percent.of("50")),
                                new ForkTerms.Child(Tier.COM, Percent.of("50")))));
        assertThat(gen.weekly()).contains(new Allocation(Percent.HUNDRED, Percent.ZERO, Percent.ZERO, Basis.POST_TAX));
        assertThat(gen.quarterly()).isEmpty();
        assertThat(gen.minimumCapital()).isEqualTo(Money.ZERO);
        assertThat(gen.entry().contains(DayOfWeek.THURSDAY)).isTrue();
        assertThat(gen.delta()).isEqualTo(new DeltaBand(40, 50));
        assertThat(Shipped.STANDARD.tier(Tier.REV).fork()).isEqualTo(new ForkTerms.SurplusIntoMain(Money.of("500000")));
        assertThat(Shipped.STANDARD.tier(Tier.COM).fork()).isEqualTo(new ForkTerms.Never());
        assertThat(Shipped.STANDARD.fork().maxConcurrent()).isEmpty();
        assertThat(Shipped.STANDARD.split().of(Money.of("10000000")))
                .containsExactly(Money.of("2000000"), Money.of("3000000"), Money.of("5000000"));
    }

    @Test
    void the_constitution_forks_by_value_and_scores() {
        Policy constitution = Shipped.BOOK.policy("constitution");

        assertThat(constitution.tier(Tier.GEN).fork())
                .isEqualTo(new ForkTerms.ValueIntoAccount(Money.of("100000"), Tier.REV));
        assertThat(constitution.tier(Tier.REV).fork())
                .isEqualTo(new ForkTerms.ValueIntoAccount(Money.of("500000"), Tier.COM));
        assertThat(constitution.tier(Tier.REV).minimumCapital()).isEqualTo(Money.of("100000"));
        assertThat(constitution.tier(Tier.GEN).weekly()).isEmpty();
        assertThat(constitution.fork().decision()).isEqualTo(ForkMode.SCORED);
        assertThat(constitution.fork().maxConcurrent()).hasValue(5);
        assertThat(constitution.merge().multiple().map(Object::toString)).isEqualTo(Optional.of("3"));
        assertThat(constitution.merge().years()).isEqualTo(OptionalInt.of(3));
        assertThat(constitution.tax()).isEqualTo(new TaxRates(Percent.of("30"), Percent.of("30"), Percent.of("30")));
    }

    @Test
    void the_numbers_of_scoring_consolidation_and_performance_arrive_where_they_belong() {
        ForkScoring scoring = Shipped.STANDARD.fork().scoring();
        ConsolidationPolicy consolidation = Shipped.STANDARD.consolidation();

        assertThat(scoring.performance().weeks()).isEqualTo(12);
        assertThat(scoring.market().volatilityDays()).isEqualTo(20);
        assertThat(scoring.timing().quarterEndDays()).isEqualTo(2);
        assertThat(consolidation.approval()).isEqualTo(Approval.PERSON);
        assertThat(consolidation.closesNeeded()).isEqualTo(60);
        assertThat(consolidation.triggers().netWorthBelow()).isEqualTo(Money.of("25000"));
        assertThat(consolidation.triggers().familyOver()).isEqualTo(5);
        assertThat(consolidation.savingPerAccount()).isEqualTo(Money.of("500"));
        assertThat(consolidation.urgency().highHours()).isEqualTo(24);
        assertThat(Shipped.STANDARD.performance().alerts().monthly()).isEqualTo(Percent.of("15"));
        assertThat(Shipped.STANDARD.leaps().expiry()).isEqualTo(new ExpiryWindow(12, 18));
    }

    static List<String> overlays() {
        return Shipped.BOOK.overlayNames();
    }

    static Stream<Policy> policies() {
        return Shipped.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void every_overlay_fits_every_policy_and_the_cap_holds(String overlay) {
        for (Policy policy : Shipped.ALL) {
            Policy with = policy.with(Shipped.BOOK.overlay(overlay));

            for (Tier tier : Tier.values()) {
                assertThat(with.tier(tier).positions().limit()).isLessThanOrEqualTo(Percent.of("20"));
            }
            assertThat(with.name()).isEqualTo(policy.name());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             conservative     | 20/30/50 | 8
             moderate         | 20/30/50 | 5
             aggressive       | 20/30/50 | 5
             income-focused   | 30/50/20 | 5
             balanced         | 20/30/50 | 5
             growth-focused   | 50/25/25 | 5
             compound-focused | 20/20/60 | 5
            """)
    void an_overlay_sets_split_and_buffer(String overlay, String split, String buffer) {
        Policy with = Shipped.BOOK.policy("standard", List.of(overlay));

        assertThat(with.split()).hasToString(split);
        assertThat(with.buffer()).isEqualTo(Percent.of(buffer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"balanced", "moderate"})
    void what_an_overlay_does_not_change_leaves_the_policy_as_it_was(String overlay) {
        assertThat(Shipped.BOOK.policy("standard", List.of(overlay))).isEqualTo(Shipped.STANDARD);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void a_policy_written_out_reads_back_as_itself(Policy policy) {
        assertThat(Policy.parse("again.yaml", policy.text())).isEqualTo(policy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "overlays/"})
    void the_index_names_exactly_the_files_that_are_there(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("jobs/policies/" + folder))) {
            assertThat(Shipped.text(folder + "index.txt").lines())
                    .containsExactlyElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".yaml"))
                                    .sorted()
                                    .toList());
        }
    }
}
