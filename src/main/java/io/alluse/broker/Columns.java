package io.alluse.broker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The columns of a table, in any order: those it must have and those it may have, some of them spelled in several ways. */
final class Columns {

    private static final String OTHERS = "[*]";

    private final String text;
    private final boolean open;
    private final List<String> required = new ArrayList<>();
    private final Map<String, String> titles = new HashMap<>();

    private Columns(String text) {
        this.text = text.strip().replaceAll("\\s*\\R\\s*", " ");
        this.open = this.text.endsWith(OTHERS);
    }

    /**
     * {@code Date, Action, [Quantity], Fees|Fees & Comm}: what is in brackets may be missing, the first spelling is the name. A last
     * {@code [*]} lets others stand there, too, where people choose their columns.
     */
    static Columns of(String text) {
        Columns columns = new Columns(text);
        for (String column : columns.text.split("\\s*,\\s*")) {
            boolean optional = column.startsWith("[");
            String[] spellings = column.replaceAll("^\\[|]$", "").split("\\|");
            if (!optional) {
                columns.required.add(spellings[0]);
            }
            for (String spelling : spellings) {
                columns.titles.put(key(spelling), spellings[0]);
            }
        }
        return columns;
    }

    /** Brokers write the same title with and without blanks. */
    private static String key(String title) {
        return title.toLowerCase(Locale.ROOT).replace(" ", "");
    }

    /** Others may stand there, too. */
    boolean isOpen() {
        return open;
    }

    /** The first of those it must have. */
    String first() {
        return required.getFirst();
    }

    /** All the columns it must have stand in this row. */
    boolean areIn(Row row) {
        return known(row).containsAll(required);
    }

    /** Most of the columns it must have stand in this row. */
    boolean areMostlyIn(Row row) {
        Set<String> known = known(row);
        long found = required.stream().filter(known::contains).count();
        return found >= 2 && found * 4 >= required.size() * 3L;
    }

    private Set<String> known(Row row) {
        Set<String> known = new HashSet<>();
        for (int i = 0; i < row.size(); i++) {
            String title = titles.get(key(row.cell(i)));
            if (title != null) {
                known.add(title);
            }
        }
        return known;
    }

    /** Where each column stands; blank titles have nothing below them that anybody reads. */
    Header header(Row row) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            String title = row.cell(i);
            if (title.isEmpty()) {
                continue;
            }
            String name = titles.get(key(title));
            if (name == null && open) {
                continue;
            }
            if (name == null) {
                throw Refused.of(row, i + 1, "header", "one of the columns " + this, "another one");
            }
            if (places.put(name, i) != null) {
                throw Refused.of(row, i + 1, "header", "every column once", "'" + title + "' twice");
            }
        }
        for (String title : required) {
            if (!places.containsKey(title)) {
                throw Refused.of(row, 1, "header", "a column '" + title + "'", "none");
            }
        }
        return new Header(row.line(), row.size(), places, row.cells());
    }

    /** The required columns that this row has not. */
    List<String> missingIn(Row row) {
        Set<String> known = known(row);
        return required.stream().filter(title -> !known.contains(title)).toList();
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
