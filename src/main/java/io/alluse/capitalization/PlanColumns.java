package io.alluse.capitalization;

import java.util.Map;

/** Where the columns of the file at hand stand; all its rows say the same. */
final class PlanColumns {

    private Map<PlanField, Integer> columns = Map.of();

    void note(PlanLine line) {
        columns = line.columns();
    }

    Map<PlanField, Integer> known() {
        return columns;
    }
}
