package io.alluse.ledger;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.fault.Fault;
import io.alluse.money.Money;
import io.alluse.policy.Tier;
import io.alluse.sql.CopyReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Turns the columns of {@code page.sql} into heads; most accounts of a sweep are looked at and left alone, so it is to be cheap. */
final class HeadPage {

    static final int COLUMNS = 36;

    private static final LedgerAccount[] CHART = LedgerAccount.values();
    private static final Tier[] TIERS = Tier.values();

    private final CopyReader row;

    HeadPage(CopyReader row) {
        this.row = row;
    }

    /** What is behind a column that holds no value need not be read. */
    PagedHead head() {
        AccountId id = new AccountId(row.bigint());
        Tier tier = TIERS[row.integer()];
        try {
            return new PagedHead(id, tier, head(id), null);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new PagedHead(id, tier, null, Fault.reason(e));
        }
    }

    private AccountHead head(AccountId id) {
        ChainHead chain = new ChainHead(id, row.text(), row.integer(), EventHash.of(row.bytes()));
        AccountState state = AccountState.valueOf(row.text());
        int settledNo = row.integer();
        long settledPolicy = row.bigint();
        Money base = money();
        Money[] balances = new Money[CHART.length];
        for (int i = 0; i < balances.length; i++) {
            balances[i] = money();
        }
        return new AccountHead(
                chain, state, base, Balances.ofOwned(balances), settledNo, settledPolicy, marks(), money());
    }

    private Marks marks() {
        Mark week = mark();
        Mark quarter = mark();
        return week == null && quarter == null ? Marks.NONE : new Marks(week, quarter);
    }

    private @Nullable Mark mark() {
        LocalDate date = row.dateOrNull();
        Money gain = money();
        Money taxes = money();
        return date == null ? null : new Mark(date, gain, taxes);
    }

    private Money money() {
        BigDecimal number = row.numeric();
        return number == null ? Money.ZERO : Money.of(number);
    }
}
