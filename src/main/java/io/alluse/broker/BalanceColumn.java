package io.alluse.broker;

import io.alluse.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A running balance of cash beside rows that run from the newest to the oldest: what was there before them and after them. */
final class BalanceColumn {

    private final Remarks remarks;
    private Money newer = Money.ZERO;
    private @Nullable LocalDate newest;
    private @Nullable Seen above;
    private boolean broken;

    /** A row whose balance is known. */
    private record Seen(Row row, String account, LocalDate date, Money amount, Money balance) {}

    BalanceColumn(Remarks remarks) {
        this.remarks = remarks;
    }

    /** The balance is null where the broker is still at work on it. */
    void row(Fields fields, String account, LocalDate date, Money amount, @Nullable Money balance) {
        newest = newest == null ? date : newest;
        if (balance == null) {
            newer = newer.plus(amount);
            return;
        }
        Seen seen = new Seen(fields.row(), account, date, amount, balance);
        if (above == null) {
            remarks.stated(new Stated.ClosingCash(fields.line(), account, newest, seen.balance.plus(newer)));
        } else {
            tie(above, seen);
        }
        newer = Money.ZERO;
        above = seen;
    }

    private void tie(Seen next, Seen seen) {
        Money expected = seen.balance.plus(newer).plus(next.amount);
        if (!broken && !expected.equals(next.balance)) {
            broken = true;
            remarks.warned(new LineProblem(
                    next.row.line(),
                    1,
                    "balance",
                    expected + " by the balance below it",
                    "another one",
                    next.balance.toString()));
        }
    }

    /** After the oldest row. */
    void end() {
        if (above != null) {
            remarks.stated(new Stated.OpeningCash(
                    above.row.line(),
                    above.account,
                    above.date,
                    above.balance.minus(above.amount).minus(newer)));
        }
    }
}
