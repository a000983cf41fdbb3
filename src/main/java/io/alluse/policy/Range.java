package io.alluse.policy;

/** The one check that every from-to pair needs. */
final class Range {

    private Range() {}

    static void check(String what, int from, int to, int least, int most) {
        if (from > to) {
            throw new IllegalArgumentException("the lower " + what + " must come first");
        }
        if (from < least || to > most) {
            throw new IllegalArgumentException("a " + what + " must be from " + least + " to " + most);
        }
    }
}
