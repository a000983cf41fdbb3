package io.alluse.broker;

import java.util.regex.Pattern;

/**
 * What is wrong on a line.
 *
 * @param line the physical line on which the record begins
 * @param column counted from one
 * @param raw what the file says, readable and cut where it is long
 */
public record LineProblem(long line, int column, String field, String expected, String found, String raw) {

    private static final int LONGEST = 200;
    private static final Pattern UNREADABLE = Pattern.compile("\\p{Cntrl}|\\p{Co}|\\p{Cs}|\\p{Cn}");

    /** All is for reading: neither a database nor a terminal is to stumble over what a broken file holds. */
    public LineProblem {
        field = readable(field);
        expected = readable(expected);
        found = readable(found);
        raw = readable(raw);
    }

    private static String readable(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return UNREADABLE.matcher(cut).replaceAll("\uFFFD");
    }

    /** {@code july.csv:4:7: Quantity 'abc': expected a number, found none}. */
    public String in(String file) {
        return file + ":" + line + ":" + column + ": " + field + " '" + raw + "': expected " + expected + ", found "
                + found;
    }
}
