package io.alluse.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The keys of a kind of file, in the order in which they are documented; each must be there. */
public final class Schema {

    private final Map<String, Key<?>> byPath = new LinkedHashMap<>();

    public <T> Key<T> key(String path, Type<T> type, String meaning) {
        Key<T> key = new Key<>(path, type, meaning, Key.Scope.FIXED, "");
        byPath.put(path, key);
        return key;
    }

    public Map<String, Key<?>> byPath() {
        return Collections.unmodifiableMap(byPath);
    }

    /** Reads what is there and names what is wrong or missing. */
    public KeyReader read(Document document) {
        KeyReader reader = KeyReader.read(document, byPath);
        byPath.values().forEach(reader::require);
        return reader;
    }
}
