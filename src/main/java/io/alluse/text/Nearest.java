package io.alluse.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word that someone who wrote another one may have meant. */
public final class Nearest {

    private static final int MOST_CHANGES = 3;

    private Nearest() {}

    /** The nearest of the known words, if it is near enough: at most three letters and a third of the word apart. */
    public static Optional<String> to(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> changes(word, candidate) <= Math.min(MOST_CHANGES, (word.length() + 2) / 3))
                .min(Comparator.comparingInt((String candidate) -> changes(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code unknown policy, did you mean `standard`?}, without the question where nothing is near. */
    public static String unknown(String what, String word, Collection<String> known) {
        return "unknown " + what
                + to(word, known).map(near -> ", did you mean `" + near + "`?").orElse("");
    }

    /** How many letters must be put in, taken out or exchanged (Levenshtein). */
    private static int changes(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int exchanged = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
