package io.alluse.capitalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.alluse.fault.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanFileTest {

    @TempDir
    private Path dir;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
             FILE                                            | ROWS
             name,capital\\nA,1                              | 2 A 1
             name,capital\\nA,1\\n                           | 2 A 1
             name,capital\\r\\nA,1\\r\\nB,2\\r\\n            | 2 A 1, 3 B 2
             <BOM>name,capital\\nA,1                         | 2 A 1
             capital,name\\n1,A                              | 2 A 1
             Capital , NAME\\n 1 , A                         | 2 A 1
             "name","capital"\\n"A, B",1                     | 2 A, B 1
             name,capital\\n"A ""the"" B",1                  | 2 A "the" B 1
             name,capital\\n\\nA,1\\n\\n\\nB,2               | 3 A 1, 6 B 2
             \\n\\nname,capital\\nA,1                        | 4 A 1
             name,capital\\n   \\nA,1                        | 3 A 1
             name,capital\\n"A\\nB",1\\nC,2                  | 2 A/B 1, 4 C 2
             name,capital\\r\\n"A\\r\\nB",1\\r\\nC,2         | 2 A/B 1, 4 C 2
             name,capital\\n"\\nA\\n",1\\nC,2                | 2 A 1, 5 C 2
             name,capital\\nA\\nB,1,2\\nC,3                  | 2:2 A expected 2 columns found 1, 3:3 B expected 2 columns found 3, 4 C 3
            """, useHeadersInDisplayName = true)
    void rows_are_read_with_the_lines_they_stand_on(String file, String rows) throws IOException {
        assertThat(String.join(", ", rows(plan(file)))).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
             FILE                          | FAULT
             name\\nA                      | :1:1: column 'capital' is missing; columns are name,capital,policy,mapping,
             \\n\\ncapital\\n1             | :3:1: column 'name' is missing
             name,capital,colour\\nA,1,red | :1:3: 'colour': no such column; columns are name,capital,policy,mapping,
             name,capital,name\\nA,1,B     | :1:3: column 'name' appears twice
             name,capital,NAME\\nA,1,B     | :1:3: column 'NAME' appears twice
             name,capital,\\nA,1,B         | :1:3: '': no such column
             name,capital,password\\nA,1,x | :1:3: 'password': a plan never holds secrets; remove the column and use `alluse vault set`
             name,capital,API-Key\\nA,1,x  | :1:3: 'API-Key': a plan never holds secrets
             name,capital,gen_token\\nA,1,x| :1:3: 'gen_token': a plan never holds secrets
             A,500000\\nB,500000           | :1:1: 'A': no such column
             ``                            | :1:1: holds no main account
             \\n\\n                        | :2:1: holds no main account
             name,capital                  | :1:1: holds no main account; a plan is a line of column names
             name,capital\\n\\n            | :2:1: holds no main account
             name,capital\\n"A,1\\nB,2     | :2:1: the quote that begins this field is never closed; is the file cut off?
             name,capital\\n"A"x,1         | :2:1: the quote that begins this field is closed before the field ends
             <not UTF-8>                   | : is not UTF-8 text; save it as UTF-8 and try again
             <UTF-16>                      | : is not UTF-8 text; save it as UTF-8 and try again
             <long line>                   | : the row on line 3 is longer than 65536 characters; is a quote missing?
             <long quote>                  | : the row on line 3 is longer than 65536 characters; is a quote missing?
            """, useHeadersInDisplayName = true)
    void what_is_not_a_plan_is_a_usage_error(String file, String fault) throws IOException {
        Path plan = plan(file);
        assertThatThrownBy(() -> rows(plan))
                .isInstanceOfSatisfying(
                        Fault.class, thrown -> assertThat(thrown.exit().code()).isEqualTo(2))
                .hasMessageStartingWith(plan + fault);
    }

    @Test
    void a_file_longer_than_any_row_is_read() throws IOException {
        Path plan = Files.writeString(dir.resolve("plan.csv"), "name,capital\n" + "Account,500000\n".repeat(20_000));
        assertThat(rows(plan)).hasSize(20_000).last().isEqualTo("20001 Account 500000");
    }

    @Test
    void equal_bytes_have_equal_digests() throws IOException {
        String one = digest(plan("name,capital\nA,1"));
        assertThat(digest(plan("name,capital\nA,1"))).isEqualTo(one).hasSize(64);
        assertThat(digest(plan("name,capital\nA,1\n"))).isNotEqualTo(one);
    }

    @Test
    void a_missing_file_is_not_found() {
        assertFault(dir.resolve("no.csv"), 5, "no plan " + dir.resolve("no.csv"));
    }

    @Test
    void a_directory_is_not_a_plan() {
        assertFault(dir, 2, dir + ": is not a file");
    }

    @Test
    void an_unreadable_file_is_not_allowed() throws IOException {
        Path plan = plan("name,capital\nA,1");
        Files.setPosixFilePermissions(plan, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(plan), "the superuser may read everything");
        assertFault(plan, 4, plan + ": may not be read by this user");
    }

    private static void assertFault(Path plan, int exit, String message) {
        assertThatThrownBy(() -> rows(plan))
                .isInstanceOfSatisfying(
                        Fault.class, thrown -> assertThat(thrown.exit().code()).isEqualTo(exit))
                .hasMessageStartingWith(message);
    }

    private Path plan(String content) throws IOException {
        Path plan = dir.resolve("plan.csv");
        String start = "name,capital\nA,1\n";
        return switch (content) {
            case "<not UTF-8>" -> Files.writeString(plan, start + "Böse,1", StandardCharsets.ISO_8859_1);
            case "<UTF-16>" -> Files.writeString(plan, start, StandardCharsets.UTF_16);
            case "<long line>" -> Files.writeString(plan, start + "x".repeat(100_000) + ",1");
            case "<long quote>" -> Files.writeString(plan, start + "\"B,1\n" + "C,2\n".repeat(20_000));
            default ->
                Files.writeString(
                        plan, content.replace("\\n", "\n").replace("\\r", "\r").replace("<BOM>", "\uFEFF"));
        };
    }

    private static List<String> rows(Path plan) {
        List<String> rows = new ArrayList<>();
        new PlanFile(plan)
                .read(
                        line -> rows.add(line.line() + " "
                                + line.text(PlanField.NAME).replaceAll("\\R", "/") + " "
                                + line.text(PlanField.CAPITAL)),
                        problem -> rows.add(problem.line() + ":" + problem.column() + " " + problem.value() + " "
                                + problem.reason().replace(",", "")));
        return rows;
    }

    private static String digest(Path plan) {
        return new PlanFile(plan).read(line -> {}, problem -> {});
    }
}
