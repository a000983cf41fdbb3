package io.alluse.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The policies that the program ships with, for tests. */
final class Shipped {

    static final PolicyBook BOOK = PolicyBook.shipped();
    static final Policy STANDARD = BOOK.policy("standard");
    static final List<Policy> ALL = BOOK.names().stream().map(BOOK::policy).toList();

    private Shipped() {}

    static String text(String file) {
        try (InputStream in = Shipped.class.getResourceAsStream("/jobs/policies/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static PolicyCheck<Policy> read(String text) {
        return Policy.parse("my.yaml", text.getBytes(StandardCharsets.UTF_8));
    }
}
