package io.alluse.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Loads the statement {@code name.sql} that lies beside a class. */
public final class Sql {

    private Sql() {}

    public static String of(Class<?> owner, String name) {
        try (InputStream file = owner.getResourceAsStream(name + ".sql")) {
            if (file == null) {
                throw new IllegalStateException("no statement " + name + ".sql beside " + owner.getName());
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
