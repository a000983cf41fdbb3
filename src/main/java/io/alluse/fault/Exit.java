package io.alluse.fault;

/** The exit codes of the command line, one row each. */
public enum Exit {
    OK(0, "done"),
    FAILED(1, "failed"),
    USAGE(2, "the command or its input is wrong"),
    SET_ASIDE(3, "finished, but some items were refused or set aside"),
    NOT_ALLOWED(4, "not allowed"),
    NOT_FOUND(5, "no such account, run, file"),
    CONFLICT(6, "already done, already running, or in conflict with what is there"),
    ENVIRONMENT(7, "no JDK, no database, wrong schema"),
    STOPPED(8, "stopped on request"),
    TIMED_OUT(9, "--timeout passed");

    private final int code;
    private final String meaning;

    Exit(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }
}
