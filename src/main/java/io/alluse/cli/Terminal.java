package io.alluse.cli;

/** Whether a person looks at the output. */
final class Terminal {

    private Terminal() {}

    /** The JDK tells of input and output together; standard error counts as a terminal where they are one. */
    static boolean isError() {
        return System.console() != null && System.console().isTerminal() && !"dumb".equals(System.getenv("TERM"));
    }
}
