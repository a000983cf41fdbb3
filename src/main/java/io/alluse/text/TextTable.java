package io.alluse.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows in aligned columns; a column whose title starts with {@code >} is aligned to the right. */
public final class TextTable {

    private static final String GAP = "  ";
    private static final int NARROWEST_TEXT = 24;

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

    /** In lines of at most so many characters: a text in the last column goes on beneath itself, else each row is told title by title. */
    public String within(int width) {
        int[] widths = widths();
        int last = titles.size() - 1;
        int before = Arrays.stream(widths)
                .limit(last)
                .map(column -> column + GAP.length())
                .sum();
        if (before + widths[last] <= width) {
            return toString();
        }
        return !right.get(last) && before + NARROWEST_TEXT <= width ? wrapped(widths, width - before) : titled(width);
    }

    private String wrapped(int[] widths, int room) {
        StringBuilder out = new StringBuilder();
        line(out, titles, widths);
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>(row);
            for (String piece : pieces(cells.getLast(), room)) {
                cells.set(cells.size() - 1, piece);
                line(out, cells, widths);
                cells.replaceAll(cell -> "");
            }
        }
        return out.toString();
    }

    private String titled(int width) {
        int widest = titles.stream().mapToInt(String::length).max().orElse(0);
        int room = Math.max(NARROWEST_TEXT, width - widest - GAP.length());
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            for (int i = 0; i < titles.size(); i++) {
                String title = titles.get(i);
                for (String piece : pieces(row.get(i), room)) {
                    String filled = title + " ".repeat(widest - title.length());
                    out.append((filled + GAP + piece).stripTrailing()).append('\n');
                    title = "";
                }
            }
            out.append('\n');
        }
        return out.toString();
    }

    /** Parted between words; a word that is too long for a line is left whole, for somebody may want to copy it. */
    private static List<String> pieces(String text, int room) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!piece.isEmpty() && piece.length() + 1 + word.length() > room) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(piece.isEmpty() ? "" : " ").append(word);
        }
        pieces.add(piece.toString());
        return pieces;
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        int[] widths = widths();
        line(out, titles, widths);
        rows.forEach(row -> line(out, row, widths));
        return out.toString();
    }

    private int[] widths() {
        return IntStream.range(0, titles.size()).map(this::width).toArray();
    }

    private void line(StringBuilder out, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String padding = " ".repeat(Math.max(0, widths[i] - cells.get(i).length()));
            line.append(i == 0 ? "" : GAP);
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
