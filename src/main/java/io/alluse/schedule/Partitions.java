package io.alluse.schedule;

/** Into how many parts a run is divided: one per table partition where that is worth it, always, or never. */
public enum Partitions {
    AUTO("auto"),
    ALL("all"),
    ONE("one");

    private final String word;

    Partitions(String word) {
        this.word = word;
    }

    /** The stable name used in files. */
    public String word() {
        return word;
    }
}
