package io.alluse.broker;

/** Reads one file, row by row; what it remembers of earlier rows is its own. */
interface FormatReader {

    /** Gets every row before the first one is to be judged, if the format reads twice. */
    default void survey(Row row) {}

    /** After the last row of the survey: back to the beginning. */
    default void surveyed() {}

    /** What becomes of this row; throws {@link Refused} for what cannot be understood. */
    Verdict read(Row row);

    /** After the last row: what the file as a whole says. */
    default void end() {}
}
