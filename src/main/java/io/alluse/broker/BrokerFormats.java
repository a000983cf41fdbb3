package io.alluse.broker;

import io.alluse.fault.Fault;
import io.alluse.text.Nearest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** All the formats there are. */
public final class BrokerFormats {

    private static final int SHOWN = 120;

    private static final List<Format> FORMATS = List.of(
            Etrade.FORMAT,
            Etrade.OLD_FORMAT,
            Fidelity.FORMAT,
            Firstrade.FORMAT,
            IbFlex.FORMAT,
            IbHistory.FORMAT,
            InteractiveBrokers.FORMAT,
            Robinhood.FORMAT,
            Schwab.FORMAT,
            Tastytrade.FORMAT,
            Tastyworks.FORMAT,
            TdAmeritrade.FORMAT,
            Thinkorswim.FORMAT,
            Vanguard.FORMAT);

    private BrokerFormats() {}

    public static List<BrokerFormat> all() {
        return FORMATS.stream().map(Format::description).toList();
    }

    static Format named(String name) {
        return FORMATS.stream()
                .filter(format -> format.description().name().equals(name))
                .findFirst()
                .orElseThrow(() -> Fault.usage(Nearest.unknown("format `" + name + "`", name, names(FORMATS))
                        + "; see `alluse statement formats`"));
    }

    /** By what stands in the file, never by its name. */
    static Format of(Path path, List<Row> head) {
        List<Format> found =
                FORMATS.stream().filter(format -> format.recognises(head)).toList();
        List<Format> settled = found.stream()
                .filter(format -> !format.description().experimental())
                .toList();
        if (settled.size() == 1) {
            return settled.getFirst();
        }
        if (settled.size() > 1) {
            throw Fault.usage(path + ": may be " + String.join(" or ", names(settled)) + "; say which with --format");
        }
        throw found.isEmpty() ? unknown(path, head) : experimental(path, found);
    }

    private static Fault experimental(Path path, List<Format> found) {
        return Fault.usage(path + ": looks like " + String.join(" or ", names(found))
                + ", which is experimental; if it is, say so with --format "
                + names(found).getFirst());
    }

    private static Fault unknown(Path path, List<Row> head) {
        String near = FORMATS.stream()
                .filter(format -> !format.nearly(head).isEmpty())
                .map(format -> "; almost " + format.description().name() + ", but " + format.nearly(head))
                .collect(Collectors.joining());
        return Fault.usage(path + ": is no statement of a broker known here; it begins with " + beginning(head) + near
                + "; formats are " + String.join(", ", names(FORMATS)) + ", see `alluse statement formats`");
    }

    private static String beginning(List<Row> head) {
        return head.stream()
                .filter(row -> !row.isBlank())
                .findFirst()
                .map(row -> new LineProblem(row.line(), 1, "", "", "", cut(row.toString())))
                .map(first -> "line " + first.line() + " '" + first.raw() + "'")
                .orElse("blank lines");
    }

    private static String cut(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    private static List<String> names(List<Format> formats) {
        return formats.stream().map(format -> format.description().name()).toList();
    }
}
