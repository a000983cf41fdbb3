package io.alluse.fork;

import io.alluse.account.AccountState;
import io.alluse.fork.ForkDecision.BelowThreshold;
import io.alluse.fork.ForkDecision.Fork;
import io.alluse.fork.ForkDecision.Never;
import io.alluse.fork.ForkDecision.Wait;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Marks;
import io.alluse.money.Money;
import io.alluse.tax.TaxFixture;
import java.util.stream.Collectors;

/** Heads and decisions as tables write them. */
final class ForkFixture {

    private ForkFixture() {}

    /** {@code CASH 120650 BUFFER 6350}, in natural signs. */
    static AccountHead head(String base, String holds, String bound) {
        return new AccountHead(
                TaxFixture.head("CASH 1").chain(),
                AccountState.ACTIVE,
                Money.of(base),
                TaxFixture.balances(holds),
                0,
                0,
                Marks.NONE,
                Money.of(bound));
    }

    static String text(ForkDecision decision) {
        return switch (decision) {
            case Never() -> "never";
            case BelowThreshold() -> "below";
            case Wait(String reason, Money shortBy) -> reason + ", short by " + shortBy;
            case Fork fork -> text(fork);
        };
    }

    private static String text(Fork fork) {
        return fork.parts().stream()
                .map(part -> part.tier() + " " + part.amount() + " (" + part.buffer() + ")")
                .collect(Collectors.joining(", ", fork.opensMain() ? "main: " : "", "; base " + fork.baseAfter()));
    }

    static String text(Payment payment) {
        return "cash " + payment.cash() + ", buffer " + payment.buffer() + ", shares " + payment.shares() + ", leaps "
                + payment.leaps() + ", contracts " + payment.contracts();
    }
}
