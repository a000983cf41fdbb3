package io.alluse.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DataModelDocumentTest {

    private static final String DOCUMENT = "docs/data-model.md";
    private static TestDatabase database;
    private static Schema schema;
    private static SchemaText text;

    @BeforeAll
    static void readSchema() {
        database = TestDatabase.create();
        schema = new Schema(database.owner());
        text = new SchemaText(schema);
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @ParameterizedTest(name = "the_{0}_in_the_document_is_that_of_the_real_schema")
    @CsvSource({"diagram", "constraints", "rights", "views", "other-tables"})
    void a_generated_part_is_that_of_the_real_schema(String part) {
        GeneratedPart.of(DOCUMENT, part).mustBe(generated(part), DataModelDocumentTest.class);
    }

    private static String generated(String part) {
        return switch (part) {
            case "diagram" -> text.diagram();
            case "constraints" -> text.promises();
            case "rights" -> text.rights();
            case "views" -> text.views();
            case "other-tables" -> text.foreignTables();
            default -> throw new IllegalArgumentException(part);
        };
    }

    static List<String> tables() {
        return schema.tables();
    }

    /** If this fails, the beginnings of rows that are expected here are the ones to put into the document. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void the_document_explains_every_column_of_a_table_and_no_other(String table) throws IOException {
        assertThat(rowsBelow("### " + table)).containsExactlyElementsOf(text.columnRows(table));
    }

    private static List<String> rowsBelow(String heading) throws IOException {
        return Files.readAllLines(Path.of(DOCUMENT)).stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf('|', line.indexOf('|', 1) + 1) + 1))
                .toList();
    }

    @Test
    void the_document_explains_no_table_that_does_not_exist() throws IOException {
        assertThat(Files.readAllLines(Path.of(DOCUMENT)).stream()
                        .filter(line -> line.startsWith("### "))
                        .map(line -> line.substring(4)))
                .containsExactlyInAnyOrderElementsOf(schema.tables());
    }
}
