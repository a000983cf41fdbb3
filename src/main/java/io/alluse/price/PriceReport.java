package io.alluse.price;

import io.alluse.csv.CsvProblem;
import java.util.List;

/**
 * What a file of prices came to: rows = loaded + replaced + already there + ignored + refused.
 *
 * @param ignored of a broker's list of positions: cash, what is pending, totals, what has no price
 * @param problems the first of them, in the order of the file
 */
public record PriceReport(
        long rows,
        long loaded,
        long replaced,
        long alreadyThere,
        long ignored,
        long refused,
        List<CsvProblem> problems) {

    public PriceReport {
        problems = List.copyOf(problems);
        if (rows != loaded + replaced + alreadyThere + ignored + refused) {
            throw new IllegalStateException(rows + " rows are not " + loaded + " loaded + " + replaced + " replaced + "
                    + alreadyThere + " already there + " + ignored + " ignored + " + refused + " refused");
        }
    }

    public boolean changedSomething() {
        return loaded + replaced > 0;
    }
}
