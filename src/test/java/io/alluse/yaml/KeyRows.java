package io.alluse.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Keys as documents show them: one row each, with what a file says for it. */
public final class KeyRows {

    private KeyRows() {}

    public static List<String> of(Schema schema, Path example) throws IOException {
        Document document = DocumentParser.file(example.toString(), Files.readAllBytes(example));
        return schema.byPath().values().stream()
                .map(key -> "| `" + key.path() + "` | " + key.meaning() + " | "
                        + key.type().legal() + " | " + shown(document.entry(key.path())) + " |")
                .toList();
    }

    private static String shown(Entry entry) {
        return switch (entry.form()) {
            case PLAIN, QUOTED -> entry.word();
            case LIST -> entry.words().isEmpty() ? "[]" : "[…]";
        };
    }
}
