package io.alluse.policy;

/** Whether a gain is reinvested before or after its tax. */
public enum Basis {
    PRE_TAX("pre-tax"),
    POST_TAX("post-tax");

    private final String word;

    Basis(String word) {
        this.word = word;
    }

    /** The stable name used in files. */
    public String word() {
        return word;
    }
}
