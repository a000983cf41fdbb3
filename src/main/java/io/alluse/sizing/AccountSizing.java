package io.alluse.sizing;

import io.alluse.account.AccountRef;
import io.alluse.account.KeptOverride;
import io.alluse.money.Money;
import io.alluse.policy.Policy;
import io.alluse.policy.TierPolicy.Positions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account may hold of each underlying on a date, and what it holds.
 *
 * @param policy that is in force, overrides included
 * @param overrides that are in force: of each key the one that counts
 * @param netWorth at cost
 * @param lines the symbols of the policy in its order, then what else is held
 */
public record AccountSizing(
        AccountRef account,
        LocalDate date,
        Policy policy,
        List<KeptOverride> overrides,
        Money netWorth,
        Limits limits,
        int taken,
        List<Line> lines) {

    public AccountSizing {
        overrides = List.copyOf(overrides);
        lines = List.copyOf(lines);
    }

    public Positions positions() {
        return policy.tier(account.tier()).positions();
    }

    /**
     * One underlying.
     *
     * @param inPolicy whether the policy names it
     * @param hasPlace whether it is held, or may still become a position
     */
    public record Line(
            String symbol, boolean inPolicy, boolean hasPlace, Quote quote, Money limit, Exposure held, Money room) {

        private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

        /** That the room has place for; none where there is no price to count by. */
        public @Nullable Long shares() {
            return fit(BigDecimal.ONE);
        }

        /** The same for puts, each backed by the price of a hundred shares. */
        public @Nullable Long contracts() {
            return fit(HUNDRED);
        }

        private @Nullable Long fit(BigDecimal units) {
            BigDecimal price = quote.usable();
            return price == null
                    ? null
                    : (Long) room.amount()
                            .divideToIntegralValue(price.multiply(units))
                            .longValueExact();
        }
    }
}
