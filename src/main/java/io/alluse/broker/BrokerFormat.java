package io.alluse.broker;

import java.util.List;

/**
 * A kind of file that a broker exports.
 *
 * @param name what {@code --format} takes
 * @param columns one text per table; optional ones in brackets, other spellings after a bar
 * @param experimental known from parts of files only: has to be named to be used
 */
public record BrokerFormat(String name, String broker, List<String> columns, boolean experimental) {

    public BrokerFormat {
        columns = List.copyOf(columns);
    }
}
