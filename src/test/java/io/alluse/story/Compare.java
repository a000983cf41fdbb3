package io.alluse.story;

import io.alluse.text.TextTable;
import java.util.List;

/** What a story expects beside what was found, line by line. */
final class Compare {

    private Compare() {}

    static void mustBeEqual(String where, List<String> expected, List<String> found) {
        if (!expected.equals(found)) {
            throw new AssertionError(where + "\n" + table(expected, found));
        }
    }

    private static TextTable table(List<String> expected, List<String> found) {
        TextTable table = TextTable.of("", "EXPECTED", "FOUND");
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            String left = i < expected.size() ? expected.get(i) : "";
            String right = i < found.size() ? found.get(i) : "";
            table.row(left.equals(right) ? "" : "*", left, right);
        }
        return table;
    }
}
