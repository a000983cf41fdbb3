package io.alluse.broker;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A row as it is written: the physical lines it takes and its cells. */
final class Row {

    private final long line;
    private final long lines;
    private final String[] cells;

    Row(long line, long lines, String[] cells) {
        this.line = line;
        this.lines = lines;
        this.cells = cells;
    }

    /** On which it begins. */
    long line() {
        return line;
    }

    long lines() {
        return lines;
    }

    /** Up to the last one that is not blank. */
    int size() {
        int size = cells.length;
        while (size > 0 && cell(size - 1).isEmpty()) {
            size--;
        }
        return size;
    }

    /** Blank ones at the end count, too. */
    int width() {
        return cells.length;
    }

    /** Counted from zero, without blanks around it; blank where the row has no such cell. */
    String cell(int place) {
        return place < cells.length ? stripped(cells[place]) : "";
    }

    List<String> cells() {
        return IntStream.range(0, cells.length).mapToObj(this::cell).toList();
    }

    boolean isBlank() {
        return size() == 0;
    }

    /** Spreadsheets put blanks around texts that no eye and no usual trimming sees. */
    private static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\uFEFF';
    }

    @Override
    public String toString() {
        return String.join(",", Arrays.asList(cells));
    }
}
