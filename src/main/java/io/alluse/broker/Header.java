package io.alluse.broker;

import java.util.Map;

/** The line of column names of a table as it stands in a file. */
record Header(long line, int size, Map<String, Integer> places) {

    Header {
        places = Map.copyOf(places);
    }

    boolean has(String title) {
        return places.containsKey(title);
    }
}
