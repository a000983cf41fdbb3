package io.alluse.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows in aligned columns; a column whose title starts with {@code >} is aligned to the right. */
public final class TextTable {

    private final List<String> titles;
    private final List<Boolean> right = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    private TextTable(List<String> titles) {
        this.titles = titles;
    }

    public static TextTable of(String... titles) {
        List<String> plain = new ArrayList<>();
        TextTable table = new TextTable(plain);
        for (String title : titles) {
            table.right.add(title.startsWith(">"));
            plain.add(title.startsWith(">") ? title.substring(1) : title);
        }
        return table;
    }

    public TextTable row(Object... cells) {
        if (cells.length != titles.size()) {
            throw new IllegalArgumentException("a row of " + cells.length + " in a table of " + titles.size());
        }
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(String.valueOf(cell));
        }
        rows.add(row);
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        int[] widths = IntStream.range(0, titles.size()).map(this::width).toArray();
        line(out, titles, widths);
        rows.forEach(row -> line(out, row, widths));
        return out.toString();
    }

    private void line(StringBuilder out, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String padding = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? "" : "  ");
            line.append(right.get(i) ? padding + cells.get(i) : cells.get(i) + padding);
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private int width(int column) {
        int width = titles.get(column).length();
        for (List<String> row : rows) {
            width = Math.max(width, row.get(column).length());
        }
        return width;
    }
}
