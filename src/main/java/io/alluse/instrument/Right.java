package io.alluse.instrument;

/** What an option gives its holder. */
public enum Right {
    CALL('C'),
    PUT('P');

    private final char letter;

    Right(char letter) {
        this.letter = letter;
    }

    public char letter() {
        return letter;
    }
}
