package io.alluse.broker;

import io.alluse.text.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The words of a broker and what each means, written as a table: {@code word | meaning}; a word that ends in * is a beginning. */
final class Actions {

    private static final int LISTED = 12;

    private final Map<String, Meaning> words = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Meaning> exact = new HashMap<>();
    private final List<Map.Entry<String, Meaning>> beginnings = new ArrayList<>();

    private Actions() {}

    /** Several words may share a meaning: {@code word, other word | meaning}. */
    static Actions of(String table) {
        Actions actions = new Actions();
        table.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] columns = line.split("\\|");
            for (String word : columns[0].strip().split("\\s*,\\s*")) {
                actions.add(word, Meaning.of(columns[1].strip()));
            }
        });
        actions.beginnings.sort((one, other) ->
                Integer.compare(other.getKey().length(), one.getKey().length()));
        return actions;
    }

    private void add(String word, Meaning meaning) {
        if (word.endsWith("*")) {
            beginnings.add(Map.entry(word.substring(0, word.length() - 1), meaning));
        } else {
            exact.put(word, meaning);
        }
        if (words.put(word, meaning) != null) {
            throw new IllegalArgumentException("'" + word + "' is listed twice");
        }
    }

    /** What becomes of a row by the word in this column; the longest beginning counts. */
    Verdict judge(Fields fields, String title, Function<Meaning.Takes, Verdict> taken) {
        return judge(fields, title, fields.text(title), taken);
    }

    /** The same by a word that has been taken out of this column. */
    Verdict judge(Fields fields, String title, String word, Function<Meaning.Takes, Verdict> taken) {
        Meaning meaning = find(word);
        return switch (meaning) {
            case null ->
                throw fields.refused(title, listed(), word.isEmpty() ? "nothing" : "an unknown one" + near(word));
            case Meaning.Refuses(String why) -> throw fields.refused(title, "what can be carried out", why);
            case Meaning.Ignores(String kind) -> new Verdict.Ignored(kind);
            case Meaning.Takes takes -> taken.apply(takes);
        };
    }

    private @Nullable Meaning find(String word) {
        Meaning found = exact.get(word);
        if (found != null) {
            return found;
        }
        for (Map.Entry<String, Meaning> beginning : beginnings) {
            String begins = beginning.getKey();
            if (word.regionMatches(true, 0, begins, 0, begins.length())) {
                return beginning.getValue();
            }
        }
        return word.isEmpty() ? null : words.get(word);
    }

    private String listed() {
        return "one of "
                + String.join(", ", words.keySet().stream().limit(LISTED).toList())
                + (words.size() > LISTED ? ", …" : "");
    }

    private String near(String word) {
        return Nearest.to(word, words.keySet())
                .map(near -> ", did you mean `" + near + "`?")
                .orElse("");
    }
}
