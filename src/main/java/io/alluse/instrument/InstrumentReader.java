package io.alluse.instrument;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads instruments and remembers them: a statement names few of them, and those often. For one thread. */
public final class InstrumentReader {

    private static final int MOST_REMEMBERED = 10_000;

    private final Notation notation;
    private final Map<String, Instrument> remembered = new HashMap<>();

    public InstrumentReader(Notation notation) {
        this.notation = notation;
    }

    /** As {@link Notation#read}. */
    public @Nullable Instrument read(String text) {
        Instrument known = remembered.get(text);
        if (known != null) {
            return known;
        }
        Instrument read = notation.read(text);
        if (read != null && remembered.size() < MOST_REMEMBERED) {
            remembered.put(text, read);
        }
        return read;
    }

    public String expected() {
        return notation.expected();
    }
}
