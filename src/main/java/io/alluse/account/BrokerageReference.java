package io.alluse.account;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a broker calls an account: a name, never a secret. In capitals, so that one account is not two by its spelling. */
public record BrokerageReference(String text) {

    /** What a legal one looks like, for people. */
    public static final String LEGAL = "letters, digits and :._/- only, at most 64";

    private static final Pattern PATTERN = Pattern.compile("[\\p{Alnum}][\\p{Alnum}:._/-]{0,63}");

    public BrokerageReference {
        if (!isLegal(text)) {
            throw new IllegalArgumentException("'" + text + "' is not a brokerage reference (" + LEGAL + ")");
        }
        text = spelled(text);
    }

    /** The one way to write it. */
    public static String spelled(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    public static boolean isLegal(String text) {
        return PATTERN.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
