package io.alluse.ordering;

import io.alluse.intent.IntentKind;
import io.alluse.intent.OrderIntent;
import io.alluse.ledger.AccountHead;
import io.alluse.money.Money;
import io.alluse.policy.DeltaBand;
import io.alluse.policy.Policy;
import io.alluse.policy.Tier;
import io.alluse.sizing.SizingFixture;
import io.alluse.sweep.AccountView;
import io.alluse.tax.TaxFixture;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Accounts, open intents and what the rule says, as tables write them. */
final class IntentFixture {

    private static final LocalDate DAY = SizingFixture.DAY;

    private IntentFixture() {}

    /** {@code ALLOCATED_CONTRACTS 60000 CASH 40000}, and what its short puts bind. */
    static AccountView account(Policy policy, Tier tier, String holds, @Nullable String bound) {
        AccountHead head = TaxFixture.head(holds);
        return new AccountView(head.binding(bound == null ? Money.ZERO : Money.of(bound)), tier, policy);
    }

    static IntentFacts facts(@Nullable String open, @Nullable String held, @Nullable String prices) {
        return new IntentFacts(open(open), SizingFixture.held(held), SizingFixture.market(prices));
    }

    /** {@code CONTRACTS TSLA 25000}. */
    private static List<OrderIntent> open(@Nullable String open) {
        return SizingFixture.parts(open).map(text -> open(text.split(" "))).toList();
    }

    private static OrderIntent open(String... words) {
        IntentKind kind = IntentKind.valueOf(words[0]);
        boolean leaps = kind == IntentKind.LEAPS;
        return new OrderIntent(
                1,
                kind,
                words[1],
                leaps ? null : BigDecimal.ONE,
                Money.of(words[2]),
                leaps ? null : BigDecimal.ONE,
                leaps ? null : DAY,
                kind == IntentKind.SHARES ? null : new DeltaBand(40, 50),
                DAY,
                DAY,
                leaps ? DAY : null,
                leaps ? DAY : null);
    }

    /** {@code CONTRACTS 1 TSLA 25000.00}. */
    static String intents(Intended intended) {
        return intended.intents().stream()
                .map(intent -> intent.kind() + " "
                        + (intent.quantity() == null ? "?" : intent.quantity().toPlainString()) + " " + intent.symbol()
                        + " " + intent.budget())
                .collect(Collectors.joining(", "));
    }

    /** {@code CONTRACTS 10.00 (TSLA: no price; NVDA: no price)}. */
    static String unspent(Intended intended) {
        return intended.unspent().stream()
                .map(stays -> stays.kind() + " " + stays.amount() + " ("
                        + stays.why().stream().map(Why::toString).collect(Collectors.joining("; ")) + ")")
                .collect(Collectors.joining(", "));
    }
}
