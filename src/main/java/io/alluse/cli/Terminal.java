package io.alluse.cli;

/** Whether a person looks at the output. */
final class Terminal {

    private Terminal() {}

    /** The JDK cannot tell of standard error alone; the launcher can, and does. */
    static boolean isError() {
        return Boolean.getBoolean("alluse.stderr.terminal") && !"dumb".equals(System.getenv("TERM"));
    }
}
