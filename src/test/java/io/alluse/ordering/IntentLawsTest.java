package io.alluse.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.intent.IntentKind;
import io.alluse.intent.OrderIntent;
import io.alluse.money.Money;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.PolicyOverride;
import io.alluse.policy.Tier;
import io.alluse.price.Price;
import io.alluse.sizing.Exposures;
import io.alluse.sizing.Limits;
import io.alluse.sizing.Market;
import io.alluse.sweep.AccountView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of all order intents (docs/rules.md 2.6, 5.6), whatever the account, its holdings and the prices. */
class IntentLawsTest {

    private static final PolicyBook BOOK = PolicyBook.shipped();
    private static final int ROUNDS = 200;
    private static final Map<String, Policy> POLICIES = new HashMap<>();

    private final List<String> names = List.of("standard", "screenplay", "constitution");

    private record Situation(AccountView account, String held, String prices, String open) {

        IntentFacts facts() {
            return IntentFixture.facts(
                    open.isEmpty() ? null : open, held.isEmpty() ? null : held, prices.isEmpty() ? null : prices);
        }

        Intended decided() {
            return IntentRule.decide(account, facts());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void cents_are_conserved_and_no_budget_is_overspent(long seed) {
        each(seed, situation -> {
            Intended intended = situation.decided();
            for (IntentKind kind : IntentKind.values()) {
                Money spent = sum(intended, kind);
                Money stays = intended.unspent().stream()
                        .filter(one -> one.kind() == kind)
                        .map(Unspent::amount)
                        .reduce(Money.ZERO, Money::plus);
                assertThat(spent.plus(stays))
                        .as(situation + "")
                        .isEqualTo(intended.budgets().of(kind));
                assertThat(stays.signum()).isNotNegative();
            }
            intended.intents().forEach(IntentLawsTest::costsWhatItSays);
        });
    }

    private static Money sum(Intended intended, IntentKind kind) {
        return intended.intents().stream()
                .filter(intent -> intent.kind() == kind)
                .map(OrderIntent::budget)
                .reduce(Money.ZERO, Money::plus);
    }

    private static void costsWhatItSays(OrderIntent intent) {
        BigDecimal quantity = intent.quantity();
        BigDecimal price = intent.price();
        if (quantity != null && price != null) {
            BigDecimal units = intent.kind() == IntentKind.SHARES ? quantity : quantity.movePointRight(2);
            assertThat(price.multiply(units))
                    .isLessThanOrEqualTo(intent.budget().amount());
            assertThat(quantity.stripTrailingZeros().scale()).isNotPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void no_intent_takes_an_underlying_over_its_limit_or_adds_a_position_too_many(long seed) {
        each(seed, situation -> {
            Intended intended = situation.decided();
            Policy policy = situation.account().policy();
            Limits limits = Limits.of(
                    policy.tier(situation.account().tier()).positions(),
                    situation.account().head().balances().netWorth());
            IntentFacts facts = situation.facts();
            Exposures held = Exposures.of(facts.held(), facts.market(), policy.maxPriceAgeDays());
            Map<String, Money> after = new TreeMap<>();
            held.all().forEach((symbol, exposure) -> after.put(symbol, exposure.total()));
            facts.open().forEach(open -> after.merge(open.symbol(), open.budget(), Money::plus));
            int before = after.size();
            intended.intents().forEach(intent -> after.merge(intent.symbol(), intent.budget(), Money::plus));
            intended.intents()
                    .forEach(intent -> assertThat(after.get(intent.symbol()))
                            .as(situation + "")
                            .isLessThanOrEqualTo(limits.perPosition()));
            assertThat(after.size()).isLessThanOrEqualTo(Math.max(before, limits.positions()));
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void the_order_of_prices_and_holdings_is_irrelevant(long seed) {
        Random random = new Random(seed);
        each(seed, situation -> {
            IntentFacts facts = situation.facts();
            List<String> keys = new ArrayList<>(facts.market().prices().keySet());
            Collections.shuffle(keys, random);
            Map<String, Price> prices = new LinkedHashMap<>();
            keys.forEach(key -> prices.put(key, facts.market().prices().get(key)));
            IntentFacts other = new IntentFacts(
                    facts.open(),
                    facts.held().reversed(),
                    new Market(
                            facts.market().date(),
                            prices,
                            new HashMap<>(facts.market().calls())));
            assertThat(IntentRule.decide(situation.account(), other)).isEqualTo(situation.decided());
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10})
    void with_one_symbol_a_larger_budget_never_buys_less(long seed) {
        Random random = new Random(seed);
        Policy policy = policy("standard", "tiers.COM.symbols", "[AAPL]");
        for (int i = 0; i < ROUNDS; i++) {
            String bucket = random.nextBoolean() ? "ALLOCATED_SHARES" : "ALLOCATED_CONTRACTS";
            String prices = "AAPL " + cents(random, 1, 60_000);
            int all = 10_000_000;
            int less = random.nextInt(all);
            int more = less + random.nextInt(all - less);
            assertThat(bought(policy, bucket, less, all, prices))
                    .isLessThanOrEqualTo(bought(policy, bucket, more, all, prices));
        }
    }

    private static Money bought(Policy policy, String bucket, int allocated, int all, String prices) {
        String holds = "CASH " + Money.ofCents(all - allocated) + " " + bucket + " " + Money.ofCents(allocated);
        return IntentRule.decide(
                        IntentFixture.account(policy, Tier.COM, holds, null), IntentFixture.facts(null, null, prices))
                .total();
    }

    private static Policy policy(String name, String key, String value) {
        return POLICIES.computeIfAbsent(
                name + key + value, _ -> BOOK.policy(name).with(List.of(new PolicyOverride(key, value))));
    }

    private interface Law {
        void holdsIn(Situation situation);
    }

    private void each(long seed, Law law) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            law.holdsIn(situation(random));
        }
    }

    private Situation situation(Random random) {
        Tier tier = Tier.values()[random.nextInt(3)];
        Policy policy =
                policy(names.get(random.nextInt(3)), "tiers." + tier + ".positions.max", "" + (1 + random.nextInt(9)));
        List<String> symbols = new ArrayList<>(policy.tier(tier).symbols());
        symbols.add("IBM");
        List<String> held = new ArrayList<>();
        List<String> prices = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (String symbol : symbols) {
            add(random, held, (1 + random.nextInt(90)) + " " + symbol + " for " + cents(random, 1, 900_000));
            add(
                    random,
                    held,
                    -(1 + random.nextInt(2)) + " " + symbol + " 2026-02-20 " + (1 + random.nextInt(300))
                            + " P for -90");
            if (random.nextInt(4) > 0) {
                prices.add(symbol + " " + cents(random, 1, 40_000) + age(random));
            }
            add(random, prices, symbol + " 2027-02-19 400 C " + cents(random, 1, 3_000) + age(random));
            add(random, prices, symbol + " 2027-05-21 400 C " + cents(random, 1, 3_000));
            add(random, prices, symbol + " 2027-07-02 400 C " + cents(random, 1, 3_000));
            add(
                    random,
                    random.nextInt(3) > 0 ? new ArrayList<>() : open,
                    "LEAPS " + symbol + " " + cents(random, 1, 90_000));
        }
        String holds = "CASH " + cents(random, -2_000_000, 20_000_000) + " ALLOCATED_CONTRACTS "
                + cents(random, 0, 9_000_000) + " ALLOCATED_SHARES " + cents(random, 0, 900_000) + " ALLOCATED_LEAPS "
                + cents(random, 0, 900_000);
        return new Situation(
                IntentFixture.account(policy, tier, holds, cents(random, 0, 4_000_000)),
                String.join(", ", held),
                String.join(", ", prices),
                String.join(", ", open));
    }

    private static void add(Random random, List<String> list, String text) {
        if (random.nextBoolean()) {
            list.add(text);
        }
    }

    private static String age(Random random) {
        return random.nextInt(8) == 0 ? " @2025-12-20" : "";
    }

    private static String cents(Random random, int from, int to) {
        return Money.ofCents(from + random.nextInt(to - from)).toString();
    }
}
