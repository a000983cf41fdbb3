package io.alluse.yaml;

import io.alluse.text.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the values of known keys, and names those that are unknown, missing, of the wrong shape or illegal. */
public final class KeyReader {

    private final Document document;
    private final Map<String, Key<?>> keys;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> named = new HashSet<>();
    private final Values values = new Values();

    private KeyReader(Document document, Map<String, Key<?>> keys) {
        this.document = document;
        this.keys = keys;
    }

    /** Reads what is there; {@link #require} then names what is not. */
    public static KeyReader read(Document document, Map<String, Key<?>> keys) {
        KeyReader reader = new KeyReader(document, keys);
        new TreeMap<>(document.groups()).forEach(reader::checkGroup);
        document.entries().forEach(reader::read);
        document.problems().forEach(problem -> reader.named.add(problem.key()));
        return reader;
    }

    public Values values() {
        return values;
    }

    public List<Problem> problems() {
        return problems;
    }

    private void checkGroup(String path, Place place) {
        Key<?> key = keys.get(path);
        if (path.isEmpty() || isGroup(path) || isBelowNamed(path)) {
            return;
        }
        named.add(path);
        problems.add(new Problem(
                document.file(),
                place,
                path,
                key == null ? unknown(path) : "must be " + key.type().legal(),
                "keys below it"));
    }

    private void read(String path, Entry entry) {
        if (isBelowNamed(path)) {
            return;
        }
        Key<?> key = keys.get(path);
        if (key != null) {
            read(key, entry);
        } else if (isGroup(path)) {
            named.add(path);
            problems.add(entry.problem(path, "must have keys below it"));
        } else {
            named.add(path);
            problems.add(entry.problem(path, unknown(path)));
        }
    }

    private <T> void read(Key<T> key, Entry entry) {
        try {
            values.put(key, key.type().read(entry));
        } catch (IllegalArgumentException e) {
            named.add(key.path());
            problems.add(entry.problem(key.path(), String.valueOf(e.getMessage())));
        }
    }

    /** A missing group is named once, not key by key. */
    public void require(Key<?> key) {
        String path = key.path();
        if (key.isGroup() || values.has(key) || isNone(key) || isBelowNamed(path)) {
            return;
        }
        String missing = path;
        while (!document.groups().containsKey(Document.parent(missing))) {
            missing = Document.parent(missing);
        }
        if (named.add(missing)) {
            Place place = document.groups().getOrDefault(Document.parent(missing), Place.TOP);
            problems.add(new Problem(document.file(), place, missing, "is missing", ""));
        }
    }

    private boolean isNone(Key<?> key) {
        return !key.group().isEmpty() && document.entries().containsKey(key.group());
    }

    private boolean isBelowNamed(String path) {
        return named.stream().anyMatch(name -> Document.isAtOrBelow(path, name));
    }

    private boolean isGroup(String path) {
        return keys.keySet().stream().anyMatch(key -> key.startsWith(path + "."));
    }

    private String unknown(String path) {
        return Nearest.unknown("key", path, keys.keySet());
    }
}
