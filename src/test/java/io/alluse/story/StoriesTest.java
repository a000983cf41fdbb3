package io.alluse.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every story in {@code src/test/resources/scenarios} comes true, to the cent. */
class StoriesTest {

    static List<Path> stories() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/scenarios"))) {
            return files.filter(file -> file.toString().endsWith(".story"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void a_story_comes_true(Path story) throws IOException {
        Teller.tell(story, Files.readString(story));
    }
}
