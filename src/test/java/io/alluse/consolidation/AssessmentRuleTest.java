package io.alluse.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.consolidation.AssessmentFacts.Family;
import io.alluse.money.Money;
import io.alluse.money.Percent;
import io.alluse.policy.ConsolidationPolicy;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.Tier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/rules.md 7.5, by the figures of `standard`. */
class AssessmentRuleTest {

    private static final ConsolidationPolicy POLICY =
            PolicyBook.shipped().policy("standard").consolidation();
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
    private static final AccountId ID = AccountId.ofMain(1).member(4);

    private static Figures figures(String annualized, String volatility, String drawdown, int idle) {
        return new Figures(
                60, true, new BigDecimal(annualized), new BigDecimal(volatility), new BigDecimal(drawdown), idle);
    }

    private static Relative relative(String code, boolean parent, String annualized, String volatility) {
        return new Relative(
                ID, code, Tier.GEN, AccountState.ACTIVE, parent, false, figures(annualized, volatility, "0", 0));
    }

    /** Each trigger at its edge. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             RETURN | NET WORTH | DRAWDOWN | IDLE | OPEN | RANK | FORKED | TRIGGERS
             5      | 25000.00  | 19.9999  | 19   | 5    | 1    | true   |
             4.9999 | 25000.00  | 0        | 0    | 5    | 1    | true   | underperformance
             -80    | 25000.00  | 0        | 0    | 5    | 1    | true   | underperformance
             5      | 24999.99  | 0        | 0    | 5    | 1    | true   | efficiency
             5      | 25000.00  | 20       | 0    | 5    | 1    | true   | risk
             5      | 25000.00  | 0        | 20   | 5    | 1    | true   | unused-cash
             5      | 25000.00  | 0        | 0    | 6    | 1    | true   | family
             5      | 25000.00  | 0        | 0    | 6    | 2    | true   |
             5      | 25000.00  | 0        | 0    | 8    | 3    | true   | family
             5      | 25000.00  | 0        | 0    | 8    | 4    | true   |
             5      | 25000.00  | 0        | 0    | 9    | 1    | false  |
             -1     | 0.01      | 35       | 99   | 6    | 1    | true   | underperformance, efficiency, risk, unused-cash, family
            """, useHeadersInDisplayName = true)
    void what_speaks_against_an_account(
            String annualized,
            String netWorth,
            String drawdown,
            int idle,
            int open,
            int rank,
            boolean forked,
            @Nullable String triggers) {
        Set<Trigger> found = TriggerRule.found(
                POLICY.triggers(),
                Money.of(netWorth),
                figures(annualized, "0", drawdown, idle),
                new Family(open, forked, rank));
        assertThat(AssessmentText.words(found)).isEqualTo(triggers == null ? "" : triggers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             TRIGGERS                  | RELIABILITY
             underperformance          | 0.9
             efficiency                | 1
             risk                      | 0.8
             unused-cash               | 0.8
             request                   | 1
             family                    | 0.5
             family,underperformance   | 0.9
            """, useHeadersInDisplayName = true)
    void the_most_reliable_trigger_counts(String triggers, BigDecimal reliability) {
        Set<Trigger> all = Arrays.stream(triggers.split(","))
                .map(Trigger::ofWord)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Trigger.class)));
        Assessment found = assess("10", "10", "0", "100000", Choice.whole(relative("P", true, "10", "10")), all);
        assertThat(found.reliability()).isEqualByComparingTo(reliability);
    }

    private static Assessment assess(
            String annualized, String volatility, String drawdown, String worth, Choice choice, Set<Trigger> triggers) {
        return AssessmentRule.assess(
                new AssessmentRule.Subject(Money.of(worth), figures(annualized, volatility, drawdown, 0), DAY),
                triggers,
                choice,
                Money.of(worth),
                POLICY);
    }

    /** Saving 500; benefit of 2% of the net worth is 1; risk of 45% is 1; reliability 0.9. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             OWN    | WORTH      | TARGET | VOLATILITY | DRAWDOWN | IMPROVEMENT | BENEFIT | RISK   | CONFIDENCE | URGENCY  | ACT BY
             2      | 100000.00  | 3.5    | 9          | 0        | 1500.00     | 1       | 0.2000 | 0.9100     | HIGH     | 2026-05-02
             2      | 100000.00  | 3.4999 | 9          | 0        | 1499.90     | 1.0000  | 0.2000 | 0.9100     | HIGH     | 2026-05-02
             2      | 100000.00  | 2.5    | 9          | 0        | 500.00      | 0.5000  | 0.2000 | 0.7100     | MEDIUM   | 2026-05-08
             2      | 100000.00  | 2      | 9          | 0        | 0.00        | 0.2500  | 0.2000 | 0.6100     | MEDIUM   | 2026-05-08
             2      | 100000.00  | 2      | 45         | 0        | 0.00        | 0.2500  | 1.0000 | 0.3700     | LOW      |
             2      | 100000.00  | 2      | 90         | 0        | 0.00        | 0.2500  | 1      | 0.3700     | LOW      |
             2      | 100000.00  | 2      | 0          | 30       | 0.00        | 0.2500  | 0      | 0.6700     | CRITICAL | 2026-05-01
             2      | 100000.00  | 2      | 0          | 29.9999  | 0.00        | 0.2500  | 0      | 0.6700     | MEDIUM   | 2026-05-08
             2      | 100000.00  | 1      | 9          | 0        | -1000.00    | -0.2500 | 0.2000 | 0.4100     | LOW      |
             2      | 25000.00   | 2      | 9          | 0        | 0.00        | 1       | 0.2000 | 0.9100     | HIGH     | 2026-05-02
             -12.5  | 33333.33   | 0.01   | 22.5       | 0        | 4170.00     | 1       | 0.5000 | 0.8200     | HIGH     | 2026-05-02
            """, useHeadersInDisplayName = true)
    void what_it_promises(
            String own,
            String worth,
            String target,
            String volatility,
            String drawdown,
            Money improvement,
            BigDecimal benefit,
            BigDecimal risk,
            BigDecimal confidence,
            Urgency urgency,
            @Nullable LocalDate actBy) {
        Assessment found = assess(
                own,
                "10",
                drawdown,
                worth,
                Choice.whole(relative("P", true, target, volatility)),
                EnumSet.of(Trigger.UNDERPERFORMANCE));
        assertThat(found.saving()).isEqualTo(Money.of("500.00"));
        assertThat(found.improvement()).isEqualTo(improvement);
        assertThat(found.benefit()).isEqualByComparingTo(benefit);
        assertThat(found.risk()).isEqualByComparingTo(risk);
        assertThat(found.confidence()).isEqualTo(confidence);
        assertThat(found.urgency()).isEqualTo(urgency);
        assertThat(found.actBy()).isEqualTo(actBy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             CONFIDENCE | DRAWDOWN | URGENCY
             0.7999     | 0        | MEDIUM
             0.8        | 0        | HIGH
             0.5999     | 0        | LOW
             0.6        | 0        | MEDIUM
             0          | 30       | CRITICAL
            """, useHeadersInDisplayName = true)
    void how_soon(BigDecimal confidence, BigDecimal drawdown, Urgency urgency) {
        assertThat(AssessmentRule.urgency(POLICY.urgency(), drawdown, confidence))
                .isEqualTo(urgency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             GAINED | NET WORTH | BENEFIT
             500    | 0         | 1
             -1     | 0         | 0
             0      | -5        | 0
             1      | -5        | 1
             2000   | 100000    | 1
             4000   | 100000    | 1
             0.10   | 100000    | 0.0001
            """, useHeadersInDisplayName = true)
    void a_benefit_is_at_most_one(Money gained, Money netWorth, BigDecimal benefit) {
        assertThat(AssessmentRule.benefit(gained, netWorth, Percent.of("2"))).isEqualByComparingTo(benefit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             STRATEGY | SAVING | RISK
             NEW      | 0.00   | 0.5
             PARTIAL  | 0.00   | 0.2
             SIBLING  | 500.00 | 0.2
            """, useHeadersInDisplayName = true)
    void only_a_closed_account_saves(Strategy strategy, Money saving, BigDecimal risk) {
        Relative target = relative("S", false, "3", "9");
        Choice choice = switch (strategy) {
            case NEW -> Choice.anew();
            case PARTIAL -> Choice.part(target, Money.of("1"), List.of());
            case PARENT, SIBLING -> Choice.whole(target);
        };
        Assessment found = assess("2", "22.5", "0", "1000", choice, EnumSet.of(Trigger.RISK));
        assertThat(found.choice().strategy()).isEqualTo(strategy);
        assertThat(found.saving()).isEqualTo(saving);
        assertThat(found.risk()).isEqualByComparingTo(risk);
    }

    /** Name, whether it is the parent, its return; the account itself earns 4% a year. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             RELATIVES                        | BEST
             P parent 4, S sibling 9          | P
             P parent 3.9999, S sibling 9     | S
             S sibling 9, R sibling 9         | R
             S sibling 9, R sibling 8         | S
             P parent 3, S sibling 3          |
            """, useHeadersInDisplayName = true)
    void the_parent_goes_before_who_earns_most(String relatives, @Nullable String best) {
        List<Relative> all = Arrays.stream(relatives.split(", "))
                .map(one -> one.split(" "))
                .map(one -> relative(one[0], one[1].equals("parent"), one[2], "9"))
                .toList();
        assertThat(TargetRule.best(Tier.GEN, figures("4", "9", "0", 0), all, POLICY)
                        .map(Relative::code)
                        .orElse(null))
                .isEqualTo(best);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             FROM | TO  | STATE  | BLOCKED | DAYS | OBSTACLE
             GEN  | COM | ACTIVE | false   | 60   |
             COM  | COM | ACTIVE | false   | 60   |
             COM  | GEN | ACTIVE | false   | 60   | what is in a COM stays in a COM, and T is a GEN
             GEN  | GEN | SAFE   | false   | 60   | T is SAFE
             GEN  | GEN | ACTIVE | true    | 60   | broker and ledger of T differ: see `alluse break list`
             GEN  | GEN | ACTIVE | false   | 59   | T has 59 of 60 days of closes
            """, useHeadersInDisplayName = true)
    void not_every_account_takes_another_in(
            Tier from, Tier to, AccountState state, boolean blocked, int days, @Nullable String obstacle) {
        Figures figures = new Figures(days, true, BigDecimal.TEN, BigDecimal.TEN, BigDecimal.ZERO, 0);
        Relative target = new Relative(ID, "T", to, state, false, blocked, figures);
        assertThat(TargetRule.obstacle(from, target, POLICY).orElse(null)).isEqualTo(obstacle);
    }
}
