package io.alluse.cli;

import io.alluse.text.TextTable;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/** Whether a person looks at the output. */
final class Terminal {

    /** Wide enough for every column: who reads a file or a pipe has no edge. */
    private static final int NO_EDGE = 132;

    private static final String WIDTH = "[1-9]\\d{1,3}";

    /** Of the mode of a file, as POSIX has it. */
    private static final int KIND = 0170000;

    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    private Terminal() {}

    /** The JDK cannot tell of standard error alone; the launcher can, and does. */
    static boolean isError() {
        return Boolean.getBoolean("alluse.stderr.terminal") && !"dumb".equals(System.getenv("TERM"));
    }

    /** Whether standard output goes to another program; that of a pipe is lost when nobody reads it any more. */
    static boolean outputIsPipe() {
        try {
            int kind = (Integer) Files.getAttribute(Path.of("/dev/stdout"), "unix:mode") & KIND;
            return kind == PIPE || kind == SOCKET;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Where nobody says how long a line is, it ends where its text does. */
    static String fit(TextTable table) {
        String columns = System.getenv().getOrDefault("COLUMNS", "");
        return columns.matches(WIDTH) ? table.within(Integer.parseInt(columns)) : table.toString();
    }

    /** Colours are for a person who looks on, and has not said otherwise (no-color.org). */
    static Ansi colours(Map<String, String> environment, boolean terminal) {
        boolean unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || "dumb".equals(environment.get("TERM"))
                || "0".equals(environment.get("CLICOLOR"));
        return terminal && !unwanted ? Ansi.ON : Ansi.OFF;
    }

    static boolean isOutput() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    /** As many characters as a line has, where the shell says so. */
    static int width() {
        String columns = System.getenv().getOrDefault("COLUMNS", "");
        return columns.matches(WIDTH) ? Integer.parseInt(columns) : NO_EDGE;
    }
}
