package io.alluse.policy;

/** Who lets a recommended consolidation happen. */
public enum Approval {
    PERSON("person"),
    POLICY("policy");

    private final String word;

    Approval(String word) {
        this.word = word;
    }

    /** The stable name used in files. */
    public String word() {
        return word;
    }
}
