package io.alluse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.yaml.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PolicyDocumentationTest {

    private static final Path DOCUMENT = Path.of("docs/policies.md");

    /** If this fails, the rows that are expected here are the ones to put into the document. */
    @Test
    void the_document_names_every_key_with_its_values_and_no_other() throws IOException {
        assertThat(Files.readAllLines(DOCUMENT).stream().filter(line -> line.startsWith("| `")))
                .containsExactlyElementsOf(PolicyKeys.PATTERNS.stream()
                        .map(PolicyDocumentationTest::row)
                        .toList());
    }

    private static String row(Key<?> key) {
        return "| `" + key.path() + "` | " + key.meaning() + (key.overridable() ? "" : " (policy only)") + " | "
                + key.type().legal() + " | " + standard(key) + " |";
    }

    private static String standard(Key<?> key) {
        if (!key.path().contains("*")) {
            return key.path().equals("description") ? "" : value(key.path());
        }
        List<String> values = Arrays.stream(Tier.values())
                .map(tier -> value(key.of(tier).path()))
                .toList();
        return values.stream().distinct().count() == 1
                ? values.getFirst()
                : values.stream().collect(Collectors.joining(" / "));
    }

    private static String value(String path) {
        return Shipped.STANDARD.values().getOrDefault(path, PolicyDiff.ABSENT);
    }
}
