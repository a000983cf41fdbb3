package io.alluse.price;

import io.alluse.csv.CsvProblem;
import java.util.List;

/**
 * What a file of prices came to: rows = loaded + replaced + already there + refused.
 *
 * @param problems the first of them, in the order of the file
 */
public record PriceReport(
        long rows, long loaded, long replaced, long alreadyThere, long refused, List<CsvProblem> problems) {

    public PriceReport {
        problems = List.copyOf(problems);
        if (rows != loaded + replaced + alreadyThere + refused) {
            throw new IllegalStateException(rows + " rows are not " + loaded + " loaded + " + replaced + " replaced + "
                    + alreadyThere + " already there + " + refused + " refused");
        }
    }

    public boolean changedSomething() {
        return loaded + replaced > 0;
    }
}
