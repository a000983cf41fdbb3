package io.alluse.broker;

import java.nio.file.Path;
import java.util.Comparator;

/** Which format a sample is of, by the name of the file: the formats it is told in are named alike. */
final class FormatOf {

    private FormatOf() {}

    static String name(Path sample) {
        return format(sample).name();
    }

    static boolean isExperimental(Path sample) {
        return format(sample).experimental();
    }

    private static BrokerFormat format(Path sample) {
        String name = sample.getFileName().toString().replace("transaction-history", "history");
        return BrokerFormats.all().stream()
                .filter(format -> name.startsWith(format.name()))
                .max(Comparator.comparingInt(format -> format.name().length()))
                .orElseThrow();
    }
}
