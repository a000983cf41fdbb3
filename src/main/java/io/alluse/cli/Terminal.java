package io.alluse.cli;

/** Whether a person looks at the output. */
final class Terminal {

    /** Wide enough for every column: who reads a file or a pipe has no edge. */
    private static final int NO_EDGE = 132;

    private Terminal() {}

    /** The JDK cannot tell of standard error alone; the launcher can, and does. */
    static boolean isError() {
        return Boolean.getBoolean("alluse.stderr.terminal") && !"dumb".equals(System.getenv("TERM"));
    }

    /** As many characters as a line has, where the shell says so. */
    static int width() {
        String columns = System.getenv().getOrDefault("COLUMNS", "");
        return columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : NO_EDGE;
    }
}
