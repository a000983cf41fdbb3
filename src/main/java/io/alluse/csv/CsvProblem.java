package io.alluse.csv;

/** Why a row is refused: where, what was found, and the reason. */
public record CsvProblem(long line, int column, String field, String value, String reason) {

    private static final int MOST_SHOWN = 80;

    /** {@code mapping.csv:4:2: reference 'a b': is not a brokerage reference}. */
    public String in(String file) {
        String shown = value.length() > MOST_SHOWN ? value.substring(0, MOST_SHOWN) + "…" : value;
        return file + ":" + line + ":" + column + ": " + field + " '" + shown.replaceAll("\\R", " ") + "': " + reason;
    }
}
