package io.alluse.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.yaml.KeyRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarDocumentationTest {

    private static final Path DOCUMENT = Path.of("docs/schedules.md");

    /** If this fails, the rows that are expected here are the ones to put into the document. */
    @Test
    void the_document_names_every_key_of_a_calendar_with_its_values() throws IOException {
        assertThat(rows("## Calendars"))
                .containsExactlyElementsOf(KeyRows.of(CalendarKeys.SCHEMA, Path.of("jobs/calendars/nyse.yaml")));
    }

    private static List<String> rows(String heading) throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `"))
                .filter(line -> !line.contains("| legal values |"))
                .toList();
    }
}
