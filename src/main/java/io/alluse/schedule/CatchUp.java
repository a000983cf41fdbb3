package io.alluse.schedule;

/** What is done about dates that were missed. */
public enum CatchUp {
    IN_ORDER("all-in-order"),
    LATEST("latest-only"),
    ASK("ask");

    private final String word;

    CatchUp(String word) {
        this.word = word;
    }

    /** The stable name used in files. */
    public String word() {
        return word;
    }
}
