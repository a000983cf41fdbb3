package io.alluse.yaml;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The values read so far, by key; what did not fit is not among them. */
public final class Values {

    private final Map<String, Object> byPath = new HashMap<>();

    public <T> void put(Key<T> key, T value) {
        byPath.put(key.path(), value);
    }

    @SuppressWarnings("unchecked") // put() is the only way in, and it takes the key's own type
    public <T> Optional<T> find(Key<T> key) {
        return Optional.ofNullable((T) byPath.get(key.path()));
    }

    /** Of a key that is known to be there. */
    public <T> T get(Key<T> key) {
        return find(key).orElseThrow(() -> new IllegalStateException("no value for " + key.path()));
    }

    public boolean has(Key<?> key) {
        return byPath.containsKey(key.path());
    }

    /** Every value as it is written, in the order of the keys. */
    public Map<String, String> written(Collection<Key<?>> keys) {
        Map<String, String> written = new LinkedHashMap<>();
        keys.forEach(key -> writtenValue(key).ifPresent(text -> written.put(key.path(), text)));
        return written;
    }

    private <T> Optional<String> writtenValue(Key<T> key) {
        return find(key).map(key.type()::write);
    }
}
