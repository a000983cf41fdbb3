package io.alluse.cli;

import io.alluse.fault.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One of the words that an option takes, in whatever case. */
final class Choice {

    private Choice() {}

    /** Others are words that stand for none of the values. */
    static <T> T of(String option, String text, T[] values, Function<T, String> word, String... others) {
        return Arrays.stream(values)
                .filter(value -> word.apply(value).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> Fault.usage(option + " " + text + ": expected "
                        + words(Stream.concat(Arrays.stream(values).map(word), Stream.of(others))
                                .toList())));
    }

    /** {@code awaiting}. */
    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** {@code open, filled or all}. */
    private static String words(List<String> words) {
        return words.stream().limit(words.size() - 1L).collect(Collectors.joining(", ")) + " or " + words.getLast();
    }
}
