package io.alluse.account;

import java.util.regex.Pattern;

/** What a broker calls an account: a name, never a secret. */
public record BrokerageReference(String text) {

    /** What a legal one looks like, for people. */
    public static final String LEGAL = "letters, digits and :._/- only, at most 64";

    private static final Pattern PATTERN = Pattern.compile("[\\p{Alnum}][\\p{Alnum}:._/-]{0,63}");

    public BrokerageReference {
        if (!isLegal(text)) {
            throw new IllegalArgumentException("'" + text + "' is not a brokerage reference (" + LEGAL + ")");
        }
    }

    public static boolean isLegal(String text) {
        return PATTERN.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
