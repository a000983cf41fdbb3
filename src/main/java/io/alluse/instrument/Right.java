package io.alluse.instrument;

import org.jspecify.annotations.Nullable;

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

    /** {@code C}, {@code Call} and {@code CALL}; nothing where the text is neither. */
    public static @Nullable Right read(String text) {
        for (Right right : values()) {
            if (text.length() == 1
                    ? text.charAt(0) == right.letter
                    : right.name().equalsIgnoreCase(text)) {
                return right;
            }
        }
        return null;
    }
}
