package io.alluse.database;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Which database to open, and how.
 *
 * @param home where the embedded server lives
 * @param url {@code embedded} or {@code jdbc:postgresql://host:port/name}
 * @param environment where the logins of an external server are found
 * @param durable false only in tests: the embedded server then trades safety for speed, and no server is refused
 * @param progress receives a line before anything that takes long
 */
public record DatabaseSettings(
        Path home, String url, Map<String, String> environment, boolean durable, Consumer<String> progress) {

    public static final String EMBEDDED = "embedded";

    public static DatabaseSettings of(Path home, String url, Map<String, String> environment) {
        return new DatabaseSettings(home, url, Map.copyOf(environment), true, line -> {});
    }

    public DatabaseSettings withProgress(Consumer<String> listener) {
        return new DatabaseSettings(home, url, environment, durable, listener);
    }

    /** For tests only. */
    public DatabaseSettings withoutDurability() {
        return new DatabaseSettings(home, url, environment, false, progress);
    }

    boolean embedded() {
        return url.equals(EMBEDDED);
    }
}
