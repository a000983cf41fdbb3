package io.alluse.fork;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.fork.ForkDecision.Fork;
import io.alluse.fork.ForkDecision.Part;
import io.alluse.ledger.AccountHead;
import io.alluse.money.Money;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.PolicyOverride;
import io.alluse.policy.Tier;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/rules.md 6.1, 6.2, 6.5. */
class ForkRuleTest {

    private static final PolicyBook BOOK = PolicyBook.shipped();

    /** The first row is the one of docs/rules.md 6.3. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             POLICY     | TIER | BASE       | CASH        | DECISION
             standard   | GEN  | 75000      | 127000      | GEN 26000.00 (1300.00), COM 26000.00 (1300.00); base 75000.00
             standard   | GEN  | 75000      | 124999.99   | below
             standard   | GEN  | 75000      | 125000      | GEN 25000.00 (1250.00), COM 25000.00 (1250.00); base 75000.00
             standard   | GEN  | 75000      | 125000.01   | GEN 25000.01 (1250.00), COM 25000.00 (1250.00); base 75000.00
             standard   | GEN  | 0          | 50000.009   | GEN 25000.00 (1250.00), COM 25000.00 (1250.00); base 0.00
             standard   | COM  | 75000      | 9000000     | never
             standard   | REV  | 300000     | 799999.99   | below
             standard   | REV  | 300000     | 800000      | main: GEN 100000.00 (5000.00), REV 150000.00 (7500.00), COM 250000.00 (12500.00); base 300000.00
             standard   | REV  | 300000     | 12300000    | main: GEN 2000000.00 (100000.00), REV 3000000.00 (150000.00), COM 5000000.00 (250000.00); base 300000.00
             screenplay | GEN  | 75000      | 127000      | GEN 26000.00 (1300.00), COM 26000.00 (1300.00); base 75000.00
             screenplay | REV  | 75000      | 575000      | main: GEN 200000.00 (10000.00), REV 150000.00 (7500.00), COM 150000.00 (7500.00); base 75000.00
            """, useHeadersInDisplayName = true)
    void a_surplus_is_divided(String policy, Tier tier, String base, String cash, String decision) {
        assertThat(decided(policy, tier, base, "CASH " + cash)).isEqualTo(decision);
    }

    /** What GEN and REV need, and what base is left, where the value is the measure. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             TIER | BASE    | CASH        | DECISION
             GEN  | 40000   | 99999.99    | below
             GEN  | 40000   | 100000      | needs 110000.00, short by 10000.00
             GEN  | 40000   | 109999.99   | needs 110000.00, short by 0.01
             GEN  | 40000   | 110000      | REV 100000.00 (5000.00); base 10000.00
             GEN  | 5000    | 110000      | REV 100000.00 (5000.00); base 5000.00
             GEN  | 40000   | 205000      | REV 105000.00 (5250.00); base 40000.00
             GEN  | 99999   | 250000      | REV 150000.00 (7500.00); base 99999.00
             GEN  | 100000  | 199999.99   | below
             GEN  | 100000  | 200000      | REV 100000.00 (5000.00); base 100000.00
             GEN  | 200000  | 299999.99   | below
             GEN  | 200000  | 310000.55   | REV 110000.55 (5500.03); base 200000.00
             REV  | 150000  | 500000      | needs 600000.00, short by 100000.00
             REV  | 150000  | 600000      | COM 500000.00 (25000.00); base 100000.00
             REV  | 500000  | 999999.99   | below
             REV  | 500000  | 1000000     | COM 500000.00 (25000.00); base 500000.00
             COM  | 500000  | 9000000     | never
            """, useHeadersInDisplayName = true)
    void a_value_is_cut_back(Tier tier, String base, String cash, String decision) {
        assertThat(decided("constitution", tier, base, "CASH " + cash)).isEqualTo(decision);
    }

    @Test
    void no_account_is_opened_below_the_minimum_of_its_tier() {
        Policy policy =
                BOOK.policy("standard").with(List.of(new PolicyOverride("tiers.COM.minimumCapital", "26000.01")));
        AccountHead head = ForkFixture.head("75000", "CASH 127000", "0");
        assertThat(ForkFixture.text(ForkRule.decide(head, Tier.GEN, policy)))
                .isEqualTo("COM would open with 26000.00 of at least 26000.01, short by 0.01");
    }

    /** A surplus of 52,000 over a base of 75,000; what remains needs a buffer of 3,750. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             HOLDS                                                                                 | BOUND  | PAID FROM
             CASH 120650 BUFFER 6350                                                               | 0      | cash 52000.00, buffer 0.00, shares 0.00, leaps 0.00, contracts 0.00
             CASH 52000 BUFFER 6350 SECURITIES 68650                                               | 0      | cash 52000.00, buffer 0.00, shares 0.00, leaps 0.00, contracts 0.00
             CASH 50000 BUFFER 6350 SECURITIES 70650                                               | 0      | cash 50000.00, buffer 2000.00, shares 0.00, leaps 0.00, contracts 0.00
             CASH 49400 BUFFER 6350 SECURITIES 71250                                               | 0      | cash 49400.00, buffer 2600.00, shares 0.00, leaps 0.00, contracts 0.00
             CASH 49399.99 BUFFER 6350 SECURITIES 71250.01                                         | 0      | surplus not in cash, short by 0.01
             CASH 120650 BUFFER 6350                                                               | 70000  | cash 50650.00, buffer 1350.00, shares 0.00, leaps 0.00, contracts 0.00
             CASH 9000 BUFFER 3750 ALLOCATED_SHARES 40000 ALLOCATED_LEAPS 2000 ALLOCATED_CONTRACTS 5000 SECURITIES 67250  | 0 | cash 9000.00, buffer 0.00, shares 40000.00, leaps 2000.00, contracts 1000.00
             CASH 9000 BUFFER 3750 ALLOCATED_SHARES 40000 ALLOCATED_LEAPS 2000 ALLOCATED_CONTRACTS 5000 SECURITIES 67250  | 4000 | cash 9000.00, buffer 0.00, shares 40000.00, leaps 2000.00, contracts 1000.00
             CASH 9000 BUFFER 3750 ALLOCATED_SHARES 40000 ALLOCATED_LEAPS 2000 ALLOCATED_CONTRACTS 5000 SECURITIES 67250  | 4001 | surplus not in cash, short by 1.00
             CASH -100 BUFFER 6350 SECURITIES 120750                                               | 0      | surplus not in cash, short by 49400.00
            """, useHeadersInDisplayName = true)
    void a_fork_is_paid_in_this_order(String holds, String bound, String paid) {
        ForkDecision decision =
                ForkRule.decide(ForkFixture.head("75000", holds, bound), Tier.GEN, BOOK.policy("standard"));
        assertThat(decision instanceof Fork fork ? ForkFixture.text(fork.payment()) : ForkFixture.text(decision))
                .isEqualTo(paid);
    }

    /** Cents conserved, nothing bound is paid, what is left keeps its buffer, and it does not fork again by itself. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_fork_pays_what_the_children_receive(long seed) {
        Random random = new Random(seed);
        List<String> policies = List.of("standard", "screenplay", "constitution");
        int forks = 0;
        for (int i = 0; i < 2_000; i++) {
            Policy policy = BOOK.policy(policies.get(random.nextInt(policies.size())));
            Tier tier = random.nextBoolean() ? Tier.GEN : Tier.REV;
            AccountHead head = randomHead(random);
            if (ForkRule.decide(head, tier, policy) instanceof Fork fork) {
                forks++;
                lawsHold(head, fork);
            }
        }
        assertThat(forks).isGreaterThan(100);
    }

    private static AccountHead randomHead(Random random) {
        String holds = "CASH " + cents(random, 900_000) + " BUFFER " + cents(random, 60_000) + " ALLOCATED_SHARES "
                + cents(random, 40_000) + " ALLOCATED_LEAPS " + cents(random, 40_000) + " ALLOCATED_CONTRACTS "
                + cents(random, 40_000) + " SECURITIES " + cents(random, 100_000) + " TAX_PAYABLE "
                + cents(random, 9_000);
        return ForkFixture.head(
                cents(random, 600_000).toString(), holds, cents(random, 60_000).toString());
    }

    private static Money cents(Random random, int dollars) {
        return Money.ofCents(random.nextLong(dollars * 100L));
    }

    private static void lawsHold(AccountHead head, Fork fork) {
        Money received = fork.parts().stream().map(Part::amount).reduce(Money.ZERO, Money::plus);
        assertThat(received).isEqualTo(fork.amount()).isEqualTo(fork.payment().total());
        assertThat(fork.left().plus(fork.amount())).isEqualTo(head.balances().netWorth());
        assertThat(fork.baseAfter()).isEqualTo(head.base().min(fork.left()));
        assertThat(fork.payment().cash()).isLessThanOrEqualTo(head.freeCash());
        assertThat(fork.amount()).isEqualTo(fork.amount().floorToCent());
        fork.parts().forEach(part -> assertThat(part.buffer()).isLessThanOrEqualTo(part.amount()));
    }

    private static String decided(String policy, Tier tier, String base, String holds) {
        return ForkFixture.text(ForkRule.decide(ForkFixture.head(base, holds, "0"), tier, BOOK.policy(policy)));
    }
}
