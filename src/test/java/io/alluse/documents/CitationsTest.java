package io.alluse.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CitationsTest {

    private static final Pattern CITATION = Pattern.compile("docs/rules\\.md[ ,]+(?:section )?(\\d+(?:\\.\\d+)?)");
    private static final Pattern SECTION = Pattern.compile("(?m)^(?:## |\\*\\*)(\\d+(?:\\.\\d+)?)\\b");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

    @Test
    void every_rule_that_the_code_cites_is_in_the_rule_book() {
        assertThat(found(SECTION, List.of(Path.of("docs/rules.md"))))
                .containsAll(found(CITATION, filesBelow("src", "sql", "jobs")));
    }

    @Test
    void every_link_between_documents_leads_somewhere() {
        assertThat(documents())
                .allSatisfy(document -> assertThat(found(LINK, List.of(document)))
                        .allSatisfy(link ->
                                assertThat(document.resolveSibling(link)).exists()));
    }

    private static List<Path> documents() {
        return Stream.concat(
                        Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
                                .map(Path::of)
                                .filter(Files::exists),
                        filesBelow("docs").stream()
                                .filter(file -> file.toString().endsWith(".md")))
                .toList();
    }

    private static Set<String> found(Pattern pattern, List<Path> files) {
        Set<String> found = new TreeSet<>();
        for (Path file : files) {
            Matcher matcher = pattern.matcher(text(file));
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }

    private static List<Path> filesBelow(String... directories) {
        return Stream.of(directories).map(Path::of).flatMap(CitationsTest::walk).toList();
    }

    private static Stream<Path> walk(Path directory) {
        try (Stream<Path> below = Files.walk(directory)) {
            return below.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
