package io.alluse.statement;

import io.alluse.account.AccountId;
import io.alluse.broker.Stated.OpeningCash;
import io.alluse.statement.StatedStore.Opening;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** The cash before the first line, once per brokerage account, of a file that is kept nowhere; as {@code stated-openings.sql} tells it. */
final class FirstBalances {

    private static final Comparator<Opening> EARLIEST =
            Comparator.comparing((Opening one) -> one.balance().on()).thenComparingLong(Opening::line);

    private FirstBalances() {}

    /** The day is that of the first line where the balance has none. */
    static Collection<Opening> of(List<OpeningCash> stated, AccountNames names, @Nullable LocalDate firstLine) {
        Map<AccountId, Opening> first = new HashMap<>();
        for (OpeningCash one : stated) {
            Long brokerage = names.of(one.account()).brokerage();
            LocalDate day = one.date() == null ? firstLine : one.date();
            if (brokerage != null && day != null) {
                AccountId id = new AccountId(brokerage);
                Opening opening = new Opening(id, one.line(), new StartingBalance(day, one.amount()));
                first.merge(id, opening, BinaryOperator.minBy(EARLIEST));
            }
        }
        return first.values();
    }
}
