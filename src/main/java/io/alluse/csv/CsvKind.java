package io.alluse.csv;

import io.alluse.fault.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a kind of file is called, what a row of it stands for, how to come by one, the columns it must have and those it may have, in any
 * order.
 */
public record CsvKind(String noun, String row, String wayToOne, List<String> required, List<String> optional) {

    private static final Pattern SECRET = Pattern.compile(
            ".*(pass(word|wd|phrase)|pwd|secret|token|api[-_ ]?key|credential|pin).*", Pattern.CASE_INSENSITIVE);

    public CsvKind {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
    }

    /** Required ones first. */
    public List<String> all() {
        List<String> all = new ArrayList<>(required);
        all.addAll(optional);
        return all;
    }

    /** Where the known columns stand, counted from one. */
    Map<String, Integer> places(String file, long line, List<String> titles) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < titles.size(); i++) {
            String title = titles.get(i)
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .replace('-', '_')
                    .replace(' ', '_');
            if (!required.contains(title) && !optional.contains(title)) {
                throw unknown(file + ":" + line + ":" + (i + 1), titles.get(i));
            }
            if (places.put(title, i + 1) != null) {
                throw Fault.usage(file + ":" + line + ":" + (i + 1) + ": column '" + titles.get(i) + "' appears twice");
            }
        }
        for (String title : required) {
            if (!places.containsKey(title)) {
                throw Fault.usage(file + ":" + line + ":1: column '" + title + "' is missing; columns are " + listed());
            }
        }
        return Map.copyOf(places);
    }

    private Fault unknown(String place, String title) {
        String reason = SECRET.matcher(title).matches()
                ? "a " + noun + " never holds secrets; remove the column and use `alluse vault set`"
                : title.matches(".*[;\t|].*")
                        ? "columns are separated by commas, not like this"
                        : "no such column; columns are " + listed();
        return Fault.usage(place + ": '" + title + "': " + reason);
    }

    String listed() {
        return String.join(",", all());
    }
}
