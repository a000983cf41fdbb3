package io.alluse.schedule;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A field of a cron: {@code *}, numbers or names, ranges, steps, and lists of these. */
final class CronField {

    private static final Pattern PART = Pattern.compile("(?:(\\*)|([0-9A-Z]+)(?:-([0-9A-Z]+))?)(?:/([0-9]{1,2}))?");

    private final String field;
    private final int least;
    private final int most;
    private final List<String> names;

    private CronField(String field, int least, int most, List<String> names) {
        this.field = field;
        this.least = least;
        this.most = most;
        this.names = names;
    }

    static Set<Integer> parse(String field, String text, int least, int most, List<String> names) {
        CronField known = new CronField(field, least, most, names);
        Set<Integer> values = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            known.values(part).forEach(values::add);
        }
        return values;
    }

    private IntStream values(String text) {
        Matcher part = PART.matcher(text);
        if (!part.matches()) {
            throw unfit(text);
        }
        int from = part.group(1) != null ? least : value(part.group(2));
        int upTo = part.group(1) != null ? most : part.group(3) == null ? from : value(part.group(3));
        int step = part.group(4) == null ? 1 : Integer.parseInt(part.group(4));
        boolean stepOfOne = part.group(4) != null && part.group(1) == null && part.group(3) == null;
        if (from > upTo || step < 1 || stepOfOne) {
            throw unfit(text);
        }
        return IntStream.iterate(from, value -> value <= upTo, value -> value + step);
    }

    private int value(String text) {
        int named = names.indexOf(text);
        if (named >= 0) {
            return named;
        }
        if (!text.matches("[0-9]{1,2}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw unfit(text);
        }
        return Integer.parseInt(text);
    }

    private IllegalArgumentException unfit(String text) {
        return new IllegalArgumentException("has no legal " + field + ": " + text + "; it is *, a number from " + least
                + " to " + most + ", a range such as " + least + "-" + most + ", */2, or a list of these");
    }
}
