package io.alluse.policy;

/** Whether each account has a brokerage account of its own or shares one with its main account. */
public enum Mapping {
    PER_ACCOUNT("per-account"),
    PER_MAIN("per-main");

    private final String word;

    Mapping(String word) {
        this.word = word;
    }

    /** The stable name used in files. */
    public String word() {
        return word;
    }
}
