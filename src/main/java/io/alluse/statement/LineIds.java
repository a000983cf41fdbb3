package io.alluse.statement;

/** How movements and lots name the line they come from: the file by the beginning of its digest, the line by its number. */
final class LineIds {

    private LineIds() {}

    /** {@code 3f1c09ab5e7d2c44:1234}; a further activity of one record has its number behind that. */
    static String of(String ref, StagedLine staged) {
        String line = ref + ":" + staged.line();
        return staged.leg() == 0 ? line : line + "." + staged.leg();
    }
}
