package io.alluse.statement;

import io.alluse.account.AccountId;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a statement says about a brokerage account at its end.
 *
 * @param brokerage the id of whom it serves: an account, or a main account whose accounts share it
 * @param statement how people find it: the name of the file
 * @param cash null where the statement does not say
 * @param positions all of them by canonical text, signed; null where the statement does not say
 */
record StatementEnd(
        AccountId brokerage,
        String statement,
        LocalDate asOf,
        @Nullable Money cash,
        @Nullable Map<String, BigDecimal> positions) {

    StatementEnd {
        positions = positions == null ? null : Map.copyOf(positions);
    }

    boolean says(BreakKind kind) {
        return switch (kind) {
            case CASH -> cash != null;
            case POSITION -> positions != null;
        };
    }

    /** Without what has been compared with a statement of a later end. */
    StatementEnd laterThan(Map<BreakKind, LocalDate> compared) {
        return new StatementEnd(
                brokerage,
                statement,
                asOf,
                isLate(compared.get(BreakKind.CASH)) ? null : cash,
                isLate(compared.get(BreakKind.POSITION)) ? null : positions);
    }

    private boolean isLate(@Nullable LocalDate compared) {
        return compared != null && asOf.isBefore(compared);
    }
}
