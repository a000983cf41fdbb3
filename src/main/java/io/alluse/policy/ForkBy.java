package io.alluse.policy;

/** What the threshold of a fork is measured on. */
enum ForkBy {
    SURPLUS("surplus"),
    VALUE("value");

    private final String word;

    ForkBy(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
