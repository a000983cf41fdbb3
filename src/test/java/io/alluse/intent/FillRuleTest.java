package io.alluse.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountId;
import io.alluse.activity.Action;
import io.alluse.activity.Activity;
import io.alluse.activity.Activity.Effect;
import io.alluse.instrument.Instrument;
import io.alluse.money.Money;
import io.alluse.policy.DeltaBand;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which intents a trade fills: docs/rules.md 4.5, 5.6. Intents are made on 9 January for the 15th. */
class FillRuleTest {

    private static final AccountId GEN = AccountId.ofMain(1).member(1);
    private static final AccountId COM = AccountId.ofMain(1).member(3);
    private static final LocalDate MADE = LocalDate.parse("2026-01-09");
    private static final LocalDate DAY = LocalDate.parse("2026-01-15");

    private static KeptIntent intent(
            AccountId account, int no, String kind, String symbol, String quantity, String budget) {
        IntentKind of = IntentKind.valueOf(kind);
        boolean leaps = of == IntentKind.LEAPS;
        boolean priced = !quantity.isEmpty();
        OrderIntent order = new OrderIntent(
                no,
                of,
                symbol,
                priced ? new BigDecimal(quantity) : null,
                Money.of(budget),
                priced ? BigDecimal.TEN : null,
                priced ? MADE : null,
                of == IntentKind.SHARES ? null : new DeltaBand(25, 35),
                DAY,
                DAY,
                leaps ? LocalDate.parse("2027-01-01") : null,
                leaps ? LocalDate.parse("2027-03-31") : null);
        return new KeptIntent(
                new IntentRef(account, 4, no), MADE, order, IntentState.OPEN, BigDecimal.ZERO, Money.ZERO);
    }

    private static KeptIntent in(KeptIntent intent, IntentState state) {
        return new KeptIntent(intent.ref(), intent.date(), intent.order(), state, intent.filled(), intent.spent());
    }

    private static Activity trade(String quantity, String instrument, String amount, LocalDate day, Effect effect) {
        BigDecimal units = new BigDecimal(quantity);
        return new Activity(
                1,
                "",
                units.signum() < 0 ? Action.SELL : Action.BUY,
                day,
                day,
                null,
                effect,
                Instrument.parse(instrument),
                units,
                null,
                Money.of(amount),
                Money.ZERO,
                null,
                null,
                "");
    }

    /** {@code 4.1 FILLED 2 spent 15000.00}, one behind the other. */
    private static String filled(List<Fill> fills) {
        return fills.isEmpty()
                ? "nothing"
                : fills.stream()
                        .map(fill -> fill.after().ref().text() + " "
                                + fill.after().state() + " " + fill.quantity() + " spent " + fill.spent())
                        .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             STATE     | TRADE                    | DAY        | EFFECT        | FILLS
             OPEN      | -1; TSLA 2026-03-20 75 P | 2026-01-15 | OPENS         | 4.1 OPEN 1 spent 7500.00
             OPEN      | -2; TSLA 2026-03-20 75 P | 2026-01-15 | UNSAID        | 4.1 FILLED 2 spent 15000.00
             OPEN      | -3; TSLA 2026-03-20 75 P | 2026-01-15 | OPENS         | 4.1 FILLED 2 spent 15000.00
             OPEN      | -2; TSLA 2026-03-20 75 P | 2026-01-20 | OPENS         | 4.1 FILLED 2 spent 15000.00
             OPEN      | -2; TSLA 2026-03-20 75 P | 2026-01-09 | OPENS         | 4.1 FILLED 2 spent 15000.00
             OPEN      | -2; TSLA 2026-03-20 75 P | 2026-01-08 | OPENS         | nothing
             EXPIRED   | -2; TSLA 2026-03-20 75 P | 2026-01-15 | OPENS         | 4.1 FILLED 2 spent 15000.00
             EXPIRED   | -1; TSLA 2026-03-20 75 P | 2026-01-15 | OPENS         | 4.1 EXPIRED 1 spent 7500.00
             EXPIRED   | -2; TSLA 2026-03-20 75 P | 2026-01-16 | OPENS         | nothing
             CANCELLED | -2; TSLA 2026-03-20 75 P | 2026-01-15 | OPENS         | nothing
             FILLED    | -2; TSLA 2026-03-20 75 P | 2026-01-15 | OPENS         | nothing
             OPEN      | -2; TSLA 2026-03-20 75 P | 2026-01-15 | CLOSES        | nothing
             OPEN      | 2; TSLA 2026-03-20 75 P  | 2026-01-15 | OPENS         | nothing
             OPEN      | -2; TSLA 2026-03-20 75 C | 2026-01-15 | OPENS         | nothing
             OPEN      | -2; NVDA 2026-03-20 75 P | 2026-01-15 | OPENS         | nothing
             OPEN      | -200; TSLA               | 2026-01-15 | OF_ASSIGNMENT | nothing
            """, useHeadersInDisplayName = true)
    void puts_that_are_sold_fill_contracts(
            IntentState state, String trade, LocalDate day, Effect effect, String fills) {
        KeptIntent puts = in(intent(GEN, 1, "CONTRACTS", "TSLA", "2", "16000"), state);
        String[] parts = trade.split("; ");
        assertThat(filled(FillRule.fills(trade(parts[0], parts[1], "200", day, effect), List.of(puts))))
                .isEqualTo(fills);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             TRADE                   | PAID   | FILLS
             1; AAPL 2027-01-15 250 C | -4000  | 4.1 OPEN 1 spent 4000.00
             2; AAPL 2027-01-15 250 C | -8000  | 4.1 FILLED 2 spent 8000.00
             3; AAPL 2027-01-15 250 C | -12000 | 4.1 FILLED 2 spent 8000.00
             1; AAPL 2027-01-15 250 C | -10500 | 4.1 FILLED 1 spent 10500.00
             1; AAPL 2026-12-18 250 C | -4000  | nothing
             1; AAPL 2027-04-16 250 C | -4000  | nothing
             1; AAPL 2027-01-15 250 P | -4000  | nothing
            """, useHeadersInDisplayName = true)
    void leaps_without_a_quantity_are_filled_when_the_budget_buys_no_other(String trade, String paid, String fills) {
        KeptIntent leaps = intent(COM, 1, "LEAPS", "AAPL", "", "10000");
        String[] parts = trade.split("; ");
        assertThat(filled(FillRule.fills(trade(parts[0], parts[1], paid, DAY, Effect.OPENS), List.of(leaps))))
                .isEqualTo(fills);
    }

    @Test
    void a_block_fills_the_intents_of_its_day_first_and_the_oldest_first() {
        List<KeptIntent> shares =
                List.of(intent(COM, 2, "SHARES", "MSFT", "5", "2000"), intent(GEN, 1, "SHARES", "MSFT", "10", "4000"));
        assertThat(filled(FillRule.fills(trade("12", "MSFT", "-4800", DAY, Effect.OPENS), shares)))
                .isEqualTo("4.1 FILLED 10 spent 4000.00, 4.2 OPEN 2 spent 800.00");
    }

    @Test
    void what_is_left_of_an_intent_keeps_its_share_of_the_budget() {
        KeptIntent puts = intent(GEN, 1, "CONTRACTS", "TSLA", "3", "20000");
        List<Fill> fills = FillRule.fills(trade("-1", "TSLA 2026-03-20 75 P", "200", DAY, Effect.OPENS), List.of(puts));
        OrderIntent rest = fills.getFirst().after().rest();
        assertThat(rest.quantity()).isEqualByComparingTo("2");
        assertThat(rest.budget()).hasToString("13333.33");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void a_trade_fills_no_more_than_it_is_and_no_more_than_was_asked_for(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<KeptIntent> intents = new ArrayList<>();
            for (int no = 1; no <= 1 + random.nextInt(5); no++) {
                intents.add(intent(
                        random.nextBoolean() ? GEN : COM,
                        no,
                        "SHARES",
                        "MSFT",
                        Integer.toString(1 + random.nextInt(9)),
                        "4000"));
            }
            Activity trade = trade(
                    Integer.toString(1 + random.nextInt(30)),
                    "MSFT",
                    "-" + (1 + random.nextInt(9999)),
                    DAY,
                    Effect.UNSAID);
            List<Fill> fills = FillRule.fills(trade, intents);
            BigDecimal asked =
                    intents.stream().map(one -> one.order().quantity()).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal filled = fills.stream().map(Fill::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(filled).isEqualByComparingTo(trade.quantity().min(asked));
            Collections.shuffle(intents, random);
            assertThat(FillRule.fills(trade, intents)).isEqualTo(fills);
        }
    }
}
