package io.alluse.notification;

import io.alluse.fault.Fault;
import io.alluse.text.Durations;
import io.alluse.text.Nearest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The keys of one group of a YAML file, each read as what it must be or refused with its path. */
record Keys(String file, String path, Map<String, Object> values) {

    static Keys of(String file, String path, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(file, path, "must hold keys and values");
        }
        Map<String, Object> values = new TreeMap<>();
        map.forEach((key, below) -> {
            if (below == null) {
                throw wrong(file, path.isEmpty() ? String.valueOf(key) : path + "." + key, "has no value");
            }
            values.put(String.valueOf(key), below);
        });
        return new Keys(file, path, values);
    }

    Set<String> names() {
        return values.keySet();
    }

    Keys below(String key) {
        Object value = values.get(key);
        if (value == null) {
            throw wrong(key, "is missing");
        }
        return of(file, at(key), value);
    }

    Optional<String> word(String key) {
        Object value = values.get(key);
        if (value instanceof Map || value instanceof List) {
            throw wrong(key, "must be one word");
        }
        return Optional.ofNullable(value).map(String::valueOf);
    }

    Optional<List<String>> list(String key) {
        @Nullable Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof List<?> list) || list.stream().anyMatch(one -> one instanceof Map || one == null)) {
            throw wrong(key, "must be a list of words");
        }
        return Optional.of(list.stream().map(String::valueOf).toList());
    }

    Optional<Duration> duration(String key, Duration least, Duration most) {
        return word(key).map(text -> {
            try {
                Duration duration = Durations.parse(text);
                if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
                    return duration;
                }
            } catch (IllegalArgumentException e) {
                throw wrong(key, "is " + Fault.reason(e));
            }
            throw wrong(
                    key, "must be from " + Durations.text(least) + " to " + Durations.text(most) + ", found " + text);
        });
    }

    void nothingElse(Set<String> known) {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw wrong(key, "is an " + Nearest.unknown("key", key, new TreeSet<>(known)));
            }
        }
    }

    Fault wrong(String key, String why) {
        return wrong(file, at(key), why);
    }

    private String at(String key) {
        return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
    }

    private static Fault wrong(String file, String path, String why) {
        return Fault.usage(file + ": " + (path.isEmpty() ? "it" : path) + " " + why);
    }
}
