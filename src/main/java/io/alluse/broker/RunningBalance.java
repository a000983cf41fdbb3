package io.alluse.broker;

import io.alluse.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A balance that a file carries from line to line, oldest first: whether it follows from the amounts, where it begins and ends. */
final class RunningBalance {

    private final Remarks remarks;
    private final String account;
    private @Nullable Money last;
    private long line;
    private @Nullable LocalDate day;

    RunningBalance(Remarks remarks, String account) {
        this.remarks = remarks;
        this.account = account;
    }

    /** Where the file says what it begins with. */
    void begins(Fields fields, String title, LocalDate on) {
        if (last == null) {
            last = fields.money(title);
            remarks.stated(new Stated.OpeningCash(fields.line(), account, on, last));
        }
        at(fields, on);
    }

    void moved(Fields fields, String title, LocalDate on, Money amount) {
        if (fields.isBlank(title)) {
            return;
        }
        Money balance = fields.money(title);
        Money before = balance.minus(amount);
        if (last == null) {
            remarks.stated(new Stated.OpeningCash(fields.line(), account, on, before));
        } else if (!last.equals(before)) {
            remarks.warned(fields.refused(title, last.plus(amount) + " by the line before", "another balance")
                    .problem());
        }
        last = balance;
        at(fields, on);
    }

    private void at(Fields fields, LocalDate on) {
        line = fields.line();
        day = on;
    }

    void end() {
        if (last != null) {
            remarks.stated(new Stated.ClosingCash(line, account, day, last));
        }
    }
}
