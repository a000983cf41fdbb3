package io.alluse.instrument;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Options in words divided by blanks; which word is what, a notation says. */
final class WordedOption {

    /** What a word stands for. */
    enum Part {
        ROOT,
        MULTIPLIER,
        DATE,
        DAY,
        MONTH,
        YEAR,
        STRIKE,
        RIGHT
    }

    private @Nullable String root;
    private BigDecimal multiplier = OptionContract.USUAL_MULTIPLIER;
    private @Nullable LocalDate date;
    private int day = -1;
    private int month = -1;
    private int year = -1;
    private @Nullable BigDecimal strike;
    private @Nullable Right right;

    private WordedOption() {}

    /** A root that comes first may be several words ({@code BRK B}); words after the last part are the name of a company. */
    static @Nullable OptionContract read(String text, Part... parts) {
        List<String> words = words(text);
        int more = words.size() - parts.length;
        if (more < 0) {
            return null;
        }
        WordedOption option = new WordedOption();
        boolean rootFirst = parts[0] == Part.ROOT;
        for (int i = 0; i < parts.length; i++) {
            String word = rootFirst && i == 0
                    ? String.join("", words.subList(0, more + 1))
                    : words.get(rootFirst ? i + more : i);
            if (!option.take(parts[i], word)) {
                return null;
            }
        }
        return option.contract();
    }

    /** Without what stands in brackets: thinkorswim's {@code (Weeklys)} and {@code [AM]}. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>(8);
        int end = text.length();
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == ' ') {
                continue;
            }
            int blank = text.indexOf(' ', i);
            int next = blank < 0 ? end : blank;
            if (text.charAt(i) != '(' && text.charAt(i) != '[') {
                words.add(text.substring(i, next));
            }
            i = next;
        }
        return words;
    }

    private boolean take(Part part, String word) {
        return switch (part) {
            case ROOT -> (root = root(word)) != null;
            case MULTIPLIER -> takeMultiplier(word);
            case DATE -> (date = Expiries.word(word)) != null;
            case DAY -> (day = Decimals.digits(word, 0, word.length())) > 0;
            case MONTH -> (month = Expiries.month(word)) > 0;
            case YEAR -> (year = Decimals.digits(word, word.startsWith("'") ? 1 : 0, word.length())) >= 0;
            case STRIKE -> (strike = Decimals.positive(word)) != null;
            case RIGHT -> (right = Right.read(word)) != null;
        };
    }

    /** Options are listed under roots without the point of a class. */
    private static @Nullable String root(String word) {
        String root = word.replace(".", "").replace("/", "");
        return OptionContract.isRoot(root) ? root : null;
    }

    private boolean takeMultiplier(String word) {
        BigDecimal given = Decimals.positive(word);
        multiplier = given == null ? multiplier : given;
        return given != null;
    }

    private @Nullable OptionContract contract() {
        LocalDate expiry = date == null ? Expiries.of(year, month, day) : date;
        return root == null || expiry == null || strike == null || right == null
                ? null
                : new OptionContract(root, expiry, strike, right, multiplier);
    }
}
