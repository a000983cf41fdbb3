package io.alluse.yaml;

import java.util.function.Function;

/**
 * A kind of value: how it is read, how it is written, and which values are legal, in words that complete "must be …".
 *
 * <p>What it writes is legal YAML and reads back as the same value; hashes cover it.
 */
public record Type<T>(String legal, Function<Entry, T> reader, Function<T, String> writer) {

    public static final String NONE = "none";

    /** Reads, or throws {@link IllegalArgumentException} with the reason why not. */
    public T read(Entry entry) {
        try {
            return reader.apply(entry);
        } catch (Unfit e) {
            throw new IllegalArgumentException("must be " + legal, e);
        }
    }

    public String write(T value) {
        return writer.apply(value);
    }

    public static Unfit unfit() {
        return new Unfit();
    }

    /** The value is none of the legal ones, which is all there is to say. */
    public static final class Unfit extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        private Unfit() {}
    }
}
