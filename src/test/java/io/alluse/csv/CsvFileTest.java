package io.alluse.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileTest {

    private static final CsvKind KIND =
            new CsvKind("list", "account", "write one", List.of("code", "reference"), List.of("state"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
             TEXT                                       | READ
             code,reference;A,1;                        | 2 A 1
             code,reference;A,1                         | 2 A 1
             BOMcode,reference;A,1;                     | 2 A 1
             code,referenceCR;A,1CR;B,2CR;              | 2 A 1, 3 B 2
             Reference, Code ;1,A;                      | 2 A 1
             code,reference;;A,1;;B,2;                  | 3 A 1, 5 B 2
             code,reference;"A;x",1;B,2;C,3             | 2 A/x 1, 4 B 2, 5 C 3
             code,reference;A,1,9;B;C,3;                | f:2:3: row 'A': expected 2 columns, found 3, f:3:2: row 'B': expected 2 columns, found 1, 4 C 3
            """, useHeadersInDisplayName = true)
    void rows_keep_their_lines_whatever_the_ends_of_lines(String text, String read) throws IOException {
        List<String> found = new ArrayList<>();
        file(text)
                .read(
                        row -> found.add(
                                row.line() + " " + row.text("code").replace('\n', '/') + " " + row.text("reference")),
                        problem -> found.add(problem.in("f")));
        assertThat(found.isEmpty() ? "nothing" : String.join(", ", found)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
             TEXT                             | FAULT
             ``                               | FILE:1:1: holds no account; a list is a line of column names such as code,reference and a row for each account
             code,reference;                  | FILE:1:1: holds no account; a list is a line of column names such as code,reference and a row for each account
             code,refrence;A,1                | FILE:1:2: 'refrence': no such column; columns are code,reference,state
             code,reference,password;A,1,x    | FILE:1:3: 'password': a list never holds secrets; remove the column and use `alluse vault set`
             code;A                           | FILE:1:1: column 'reference' is missing; columns are code,reference,state
             code,code,reference;A,A,1        | FILE:1:2: column 'code' appears twice
             code,reference;A,1;"B,2          | FILE:3:1: the quote that begins this field is never closed; is the file cut off?
             code,reference;"A", "1;B,2;      | FILE:2:2: the quote that begins this field is never closed; is the file cut off?
             code,reference;5",1;"A;""B","1"x | FILE:3:2: the quote that begins this field is closed before the field ends
            """, useHeadersInDisplayName = true)
    void a_file_that_is_none_is_a_fault(String text, String fault) throws IOException {
        CsvFile file = file(text);
        Fault thrown = catchThrowableOfType(Fault.class, () -> file.read(row -> {}, problem -> {}));
        assertThat(Fault.reason(thrown).replace(path().toString(), "FILE")).isEqualTo(fault);
        assertThat(thrown.exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void a_file_with_another_separator_is_told_so() throws IOException {
        Files.writeString(path(), "code;reference\nA;1\n");
        assertThat(fault()).isEqualTo("FILE:1:1: 'code;reference': columns are separated by commas, not like this");
    }

    @Test
    void blanks_that_no_eye_sees_are_not_part_of_a_text() throws IOException {
        Files.writeString(path(), "code,reference\nA\u00A0,1\n");
        List<String> codes = new ArrayList<>();
        new CsvFile(path(), KIND).read(row -> codes.add(row.text("code")), problem -> codes.add(problem.reason()));
        assertThat(codes).containsExactly("A");
    }

    @Test
    void what_is_not_utf_8_is_named() throws IOException {
        Files.write(path(), "code,reference\nA,\u00fc\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(fault()).isEqualTo("FILE: is not UTF-8 text; save it as UTF-8 and try again");
        Files.write(
                path(),
                ("code,reference\n" + "A,1\n".repeat(20_000) + "\u00fc\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(fault()).isEqualTo("FILE: is not UTF-8 text; save it as UTF-8 and try again");
    }

    @Test
    void a_line_without_end_is_given_up() throws IOException {
        Files.writeString(path(), "code,reference\nA,1\nB," + "x".repeat(100_000));
        assertThat(fault()).isEqualTo("FILE: the row on line 3 is longer than 65536 characters; is a quote missing?");
        Files.writeString(path(), "code,reference\nA,\"1\n");
        assertThat(fault())
                .isEqualTo("FILE:2:2: the quote that begins this field is never closed; is the file cut off?");
    }

    @Test
    void a_file_that_is_not_there() {
        assertThat(fault()).isEqualTo("no list FILE; write one");
    }

    private String fault() {
        Fault thrown =
                catchThrowableOfType(Fault.class, () -> new CsvFile(path(), KIND).read(row -> {}, problem -> {}));
        return Fault.reason(thrown).replace(path().toString(), "FILE");
    }

    private Path path() {
        return dir.resolve("file.csv");
    }

    private CsvFile file(String text) throws IOException {
        Files.writeString(
                path(), text.replace("BOM", "\uFEFF").replace("CR", "\r").replace(';', '\n'));
        return new CsvFile(path(), KIND);
    }
}
