package io.alluse.policy;

import io.alluse.money.Percent;
import io.alluse.text.Json;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The types made of words: names, choices, ranges and lists. */
final class Words {

    private static final int LONGEST_TEXT = 500;
    private static final String SYMBOL = "[A-Z][A-Z0-9.]{0,9}";

    static final Type<String> NAME = new Type<>(
            "a name of lower-case letters, digits and dashes, starting with a letter",
            entry -> matching("[a-z][a-z0-9-]{0,39}", entry.word()),
            name -> name);
    static final Type<String> TEXT =
            new Type<>("one to " + LONGEST_TEXT + " characters of text", Words::text, Json::text);
    static final Type<String> NONE =
            new Type<>("`none`, or the keys below it", entry -> matching(Type.NONE, entry.plain()), none -> none);

    static final Type<DeltaBand> DELTA = range("two deltas in hundredths, such as 40-50", DeltaBand::new);
    static final Type<ExpiryWindow> MONTHS = range("two numbers of months, such as 12-18", ExpiryWindow::new);

    static final Type<List<String>> SYMBOLS = list(
            "a list of symbols, such as [TSLA, NVDA], each named once",
            word -> matching(SYMBOL, word),
            symbol -> symbol,
            1);
    static final Type<EntryWindow> WEEKDAYS = weekdays();
    static final Type<List<Route>> ROUTES = list(
            "a list, also an empty one, of KIND SYMBOL SIDE TIER, such as [option TSLA sell GEN]; KIND is stock, option,"
                    + " call, put or any, SIDE is buy, sell or any, SYMBOL may be any",
            Words::route,
            Route::toString,
            0);
    static final Type<List<Share>> SHARES = list(
            "a list of accounts and their shares that add up to 100, such as [GEN 50, COM 50], or [MAIN 100]",
            Words::share,
            share -> share.target() + " " + share.percent().value().toPlainString(),
            1);

    private Words() {}

    /** A target of a fork and its share. */
    record Share(String target, Percent percent) {

        static final String MAIN = "MAIN";

        boolean isMain() {
            return target.equals(MAIN);
        }

        Tier tier() {
            return Tier.valueOf(target);
        }
    }

    static <T> Type<T> choice(T[] values, Function<T, String> word) {
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

    private static String text(Entry entry) {
        String text = entry.word().strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            throw Type.unfit();
        }
        return text;
    }

    private static String matching(String pattern, String word) {
        if (!word.matches(pattern)) {
            throw Type.unfit();
        }
        return word;
    }

    private static <T> Type<T> range(String legal, BiFunction<Integer, Integer, T> factory) {
        Pattern pattern = Pattern.compile("([0-9]{1,3})-([0-9]{1,3})");
        return new Type<>(
                legal,
                entry -> {
                    Matcher range = pattern.matcher(entry.plain());
                    if (!range.matches()) {
                        throw Type.unfit();
                    }
                    return factory.apply(Integer.valueOf(range.group(1)), Integer.valueOf(range.group(2)));
                },
                Object::toString);
    }

    private static <T> Type<List<T>> list(
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

    private static Type<EntryWindow> weekdays() {
        Map<String, DayOfWeek> byWord =
                Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(EntryWindow::word, Function.identity()));
        Type<List<DayOfWeek>> days = list(
                "a list of weekdays, such as [MON, TUE, WED], each named once",
                word -> {
                    DayOfWeek day = byWord.get(word);
                    if (day == null) {
                        throw Type.unfit();
                    }
                    return day;
                },
                EntryWindow::word,
                1);
        return new Type<>(
                days.legal(), entry -> EntryWindow.of(days.reader().apply(entry)), window -> days.write(window.days()));
    }

    private static Route route(String text) {
        String tiers = Arrays.stream(Tier.values()).map(Tier::name).collect(Collectors.joining("|"));
        matching("(stock|option|call|put|any) (any|" + SYMBOL + ") (buy|sell|any) (" + tiers + ")", text);
        List<String> words = new ArrayList<>(List.of(text.split(" ")));
        return new Route(words.get(0), words.get(1), words.get(2), Tier.valueOf(words.get(3)));
    }

    private static Share share(String text) {
        matching("(GEN|REV|COM|MAIN) [1-9][0-9]{0,2}(\\.[0-9]{1,4})?", text);
        int space = text.indexOf(' ');
        return new Share(text.substring(0, space), Percent.of(text.substring(space + 1)));
    }
}
