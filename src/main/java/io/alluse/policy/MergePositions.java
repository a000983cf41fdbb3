package io.alluse.policy;

/** What becomes of the positions of an account that is merged. */
public enum MergePositions {
    IN_KIND("in-kind"),
    LIQUIDATE("liquidate");

    private final String word;

    MergePositions(String word) {
        this.word = word;
    }

    /** The stable name used in files. */
    public String word() {
        return word;
    }
}
