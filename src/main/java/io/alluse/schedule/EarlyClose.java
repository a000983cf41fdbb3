package io.alluse.schedule;

/** Whether a job comes earlier on a day when the exchange closes earlier. */
public enum EarlyClose {
    SHIFT("shift"),
    KEEP("keep");

    private final String word;

    EarlyClose(String word) {
        this.word = word;
    }

    /** The stable name used in files. */
    public String word() {
        return word;
    }
}
