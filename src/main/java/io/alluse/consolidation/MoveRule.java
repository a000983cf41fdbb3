package io.alluse.consolidation;

import io.alluse.account.AccountState;
import io.alluse.instrument.Instrument;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import io.alluse.policy.Tier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What keeps an approved consolidation from being executed as things are now (docs/rules.md 7.5). */
final class MoveRule {

    private MoveRule() {}

    /**
     * What else is known of the two.
     *
     * @param blocked of which of them broker and ledger differ, by code
     * @param untaxed whether the one that goes has results of which the tax has not been accrued
     * @param opposed what one of them has and the other has sold
     * @param missing what was to move and is not held any more
     */
    record Found(
            @Nullable String blocked,
            boolean untaxed,
            @Nullable Instrument opposed,
            @Nullable String missing) {}

    static Optional<String> obstacle(Recommendation one, Mover from, @Nullable Mover to, Found found) {
        return inactive(from)
                .or(() -> to == null ? Optional.empty() : inactive(to))
                .or(() -> tiers(from, to))
                .or(() -> Optional.ofNullable(found.blocked())
                        .map(code -> "broker and ledger of " + code + " differ: see `alluse break list`"))
                .or(() -> one.strategy() == Strategy.PARTIAL ? part(one, from, found) : whole(from, found))
                .or(() -> Optional.ofNullable(found.opposed())
                        .map(instrument -> "one of the two has " + instrument + ", and the other has sold it"));
    }

    private static Optional<String> inactive(Mover mover) {
        return mover.head().state() == AccountState.ACTIVE
                ? Optional.empty()
                : Optional.of(mover.account().code() + " is " + mover.head().state());
    }

    private static Optional<String> tiers(Mover from, @Nullable Mover to) {
        boolean leavesCom =
                to != null && from.account().tier() == Tier.COM && to.account().tier() != Tier.COM;
        return leavesCom ? Optional.of("what is in a COM stays in a COM") : Optional.empty();
    }

    private static Optional<String> part(Recommendation one, Mover from, Found found) {
        Money free = from.head().freeCash();
        if (one.amount() != null && one.amount().compareTo(free) > 0) {
            return Optional.of(from.account().code() + " has " + free.readable() + " of free cash, and "
                    + one.amount().readable() + " is to move");
        }
        return Optional.ofNullable(found.missing()).map(what -> from.account().code() + " holds no " + what);
    }

    private static Optional<String> whole(Mover from, Found found) {
        if (!from.head().balances().of(LedgerAccount.SUSPENSE).isZero()) {
            return Optional.of(from.account().code() + " has money in SUSPENSE");
        }
        return found.untaxed()
                ? Optional.of("results of " + from.account().code() + " are not taxed yet: tax-and-buffer does that")
                : Optional.empty();
    }
}
