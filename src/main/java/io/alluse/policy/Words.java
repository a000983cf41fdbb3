package io.alluse.policy;

import io.alluse.money.Percent;
import io.alluse.yaml.Texts;
import io.alluse.yaml.Type;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The types made of words that only policies have: symbols, ranges and shares. */
final class Words {

    private static final String SYMBOL = "[A-Z][A-Z0-9.]{0,9}";

    static final Type<DeltaBand> DELTA = range("two deltas in hundredths, such as 40-50", DeltaBand::new);
    static final Type<ExpiryWindow> MONTHS = range("two numbers of months, such as 12-18", ExpiryWindow::new);

    static final Type<List<String>> SYMBOLS = Texts.list(
            "a list of symbols, such as [TSLA, NVDA], each named once",
            word -> Texts.matching(SYMBOL, word),
            symbol -> symbol,
            1);
    static final Type<EntryWindow> WEEKDAYS = weekdays();
    static final Type<List<Route>> ROUTES = Texts.list(
            "a list, also an empty one, of KIND SYMBOL SIDE TIER, such as [option TSLA sell GEN]; KIND is stock, option,"
                    + " call, put or any, SIDE is buy, sell or any, SYMBOL may be any",
            Words::route,
            Route::toString,
            0);
    static final Type<List<Share>> SHARES = Texts.list(
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

    private static Type<EntryWindow> weekdays() {
        Map<String, DayOfWeek> byWord =
                Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(EntryWindow::word, Function.identity()));
        Type<List<DayOfWeek>> days = Texts.list(
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
        Texts.matching("(stock|option|call|put|any) (any|" + SYMBOL + ") (buy|sell|any) (" + tiers + ")", text);
        List<String> words = new ArrayList<>(List.of(text.split(" ")));
        return new Route(words.get(0), words.get(1), words.get(2), Tier.valueOf(words.get(3)));
    }

    private static Share share(String text) {
        Texts.matching("(GEN|REV|COM|MAIN) [1-9][0-9]{0,2}(\\.[0-9]{1,4})?", text);
        int space = text.indexOf(' ');
        return new Share(text.substring(0, space), Percent.of(text.substring(space + 1)));
    }
}
