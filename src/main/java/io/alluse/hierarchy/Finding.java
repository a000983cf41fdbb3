package io.alluse.hierarchy;

/** What does not fit about an account, and by what value that shows. */
public record Finding(String what, String value) {

    @Override
    public String toString() {
        return what + ": " + value;
    }
}
