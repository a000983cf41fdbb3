package io.alluse.broker;

import io.alluse.money.Money;
import org.jspecify.annotations.Nullable;

/** The amounts of a file, held against the total that it states itself; what does not tie is worth a warning and no more. */
final class FileTotal {

    private final Remarks remarks;
    private Money sum = Money.ZERO;
    private @Nullable Row row;
    private int place;

    FileTotal(Remarks remarks) {
        this.remarks = remarks;
    }

    void add(Money amount) {
        sum = sum.plus(amount);
    }

    /** Above the rows or below them. */
    void stated(Row in, int at) {
        row = in;
        place = at;
    }

    void check() {
        if (row == null) {
            return;
        }
        var total = Numbers.parse(row.cell(place));
        if (total == null || total.compareTo(sum.amount()) != 0) {
            remarks.warned(new LineProblem(
                    row.line(), place + 1, "total", sum + ", the sum of the rows", "another total", row.cell(place)));
        }
    }
}
