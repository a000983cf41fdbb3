package io.alluse.price;

import io.alluse.csv.CsvProblem;
import java.util.List;

/** What becomes of a row of a price file, seen by itself. */
sealed interface PriceDecision {

    record Take(long line, Price price) implements PriceDecision {}

    /** It is about no price. */
    record Ignore() implements PriceDecision {}

    record Refuse(List<CsvProblem> problems) implements PriceDecision {

        public Refuse {
            problems = List.copyOf(problems);
        }
    }
}
