package io.alluse.broker;

import java.util.List;
import java.util.Map;

/** The line of column names of a table as it stands in a file. */
record Header(long line, int size, Map<String, Integer> places, List<String> titles) {

    Header {
        places = Map.copyOf(places);
    }

    /** People put exports of several periods into one file. */
    boolean isRepeatedBy(Row row) {
        return row.cell(0).equals(titles.getFirst()) && row.cells().equals(titles);
    }

    boolean has(String title) {
        return places.containsKey(title);
    }
}
