package io.alluse.yaml;

import io.alluse.text.Json;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types made of words: names, texts, choices and lists. */
public final class Texts {

    private static final int LONGEST_TEXT = 500;

    public static final Type<String> NAME = new Type<>(
            "a name of lower-case letters, digits and dashes, starting with a letter",
            entry -> matching("[a-z][a-z0-9-]{0,39}", entry.word()),
            name -> name);
    public static final Type<String> TEXT =
            new Type<>("one to " + LONGEST_TEXT + " characters of text", Texts::text, Json::text);
    public static final Type<String> NONE =
            new Type<>("`none`, or the keys below it", entry -> matching(Type.NONE, entry.plain()), none -> none);

    private Texts() {}

    public static <T> Type<T> choice(T[] values, Function<T, String> word) {
        Map<String, T> byWord = Arrays.stream(values).collect(Collectors.toMap(word, Function.identity()));
        String legal = Arrays.stream(values).map(word).map(w -> "`" + w + "`").collect(Collectors.joining(" or "));
        return new Type<>(
                legal,
                entry -> {
                    T value = byWord.get(entry.plain());
                    if (value == null) {
                        throw Type.unfit();
                    }
                    return value;
                },
                word);
    }

    public static <T> Type<Optional<T>> orNone(Type<T> type) {
        return new Type<>(
                "`none` or " + type.legal(),
                entry -> entry.isNone()
                        ? Optional.empty()
                        : Optional.of(type.reader().apply(entry)),
                value -> value.map(type.writer()).orElse(Type.NONE));
    }

    /** Words each of which is there once, at least so many. */
    public static <T> Type<List<T>> list(
            String legal, Function<String, T> reader, Function<T, String> writer, int least) {
        return new Type<>(
                legal,
                entry -> {
                    List<T> values = entry.list().stream().map(reader).toList();
                    if (values.size() < least || new HashSet<>(values).size() < values.size()) {
                        throw Type.unfit();
                    }
                    return values;
                },
                values -> values.stream().map(writer).collect(Collectors.joining(", ", "[", "]")));
    }

    public static String matching(String pattern, String word) {
        if (!word.matches(pattern)) {
            throw Type.unfit();
        }
        return word;
    }

    private static String text(Entry entry) {
        String text = entry.word().strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            throw Type.unfit();
        }
        return text;
    }
}
