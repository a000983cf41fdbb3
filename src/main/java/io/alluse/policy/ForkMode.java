package io.alluse.policy;

/** Whether a due fork executes by itself or is scored first. */
public enum ForkMode {
    AUTOMATIC("automatic"),
    SCORED("scored");

    private final String word;

    ForkMode(String word) {
        this.word = word;
    }

    /** The stable name used in files. */
    public String word() {
        return word;
    }
}
