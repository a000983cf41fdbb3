package io.alluse.csv;

/** Why a row is refused: where, what was found, and the reason. */
public record CsvProblem(long line, int column, String field, String value, String reason) {

    private static final int LONGEST_VALUE = 200;

    /** Both are for reading: neither a database nor a terminal is to stumble over what a broken file holds. */
    public CsvProblem {
        value = readable(value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value);
        reason = readable(reason);
    }

    private static String readable(String text) {
        return text.replaceAll("\\p{Cntrl}|\\p{Co}|\\p{Cs}", "\uFFFD");
    }

    /** {@code plan.csv:4:2: capital '0': must be positive}. */
    public String in(String file) {
        return file + ":" + line + ":" + column + ": " + field + " '" + value + "': " + reason;
    }
}
