package io.alluse.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.alluse.database.CommandLineProcess;
import io.alluse.database.CommandLineProcess.Answer;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as they should not be, given to the real command: what posts nothing leaves the ledger as it was. */
class BadInputTest {

    private static final String HEADER =
            "Activity Date,Process Date,Settle Date,Instrument,Description,Trans Code,Quantity,Price,Amount";
    private static final String BANK =
            "Details,Posting Date,Description,Amount,Type,Balance;DEBIT,02/02/2026,RENT,-5.00,ACH,10.00;";
    private static final int BIG = 100_000_000;

    private static CapitalizedDatabase database;
    private static Typed typed;

    @TempDir
    private Path dir;

    @BeforeAll
    static void create() {
        database = CapitalizedDatabase.of("name,capital,gen_reference\nAccount-1,500000,RH:77\n");
        typed = Typed.on(database);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    /** Lines end in {@code ;} (or {@code ~} for CRLF), and {@code [x]} is a line of interest in this amount. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', useHeadersInDisplayName = true, textBlock = """
         TEXT                                        | MORE                      | EXIT | POSTED | SAYS
         BOMHEADER;[$1.01];                          |                           | 0    | 1      | ``
         HEADER~[$1.02]~                             |                           | 0    | 1      | ``
         HEADER;[($1.03)]                            |                           | 0    | 1      | ``
         HEADER;["$1,234.04"];                       |                           | 0    | 1      | ``
         ;;HEADER;;[ $1.05 ];;"";                    |                           | 0    | 1      | ``
         HEADER;[$1.06];"","","","","","","","","","The data is for information"; | | 0 | 1      | ``
         HEADER;2/2/2026,2/2/2026,2/2/2026,,"Interest;Payment",INT,,,$1.07; |      | 0    | 2      | ``
         HEADER;                                     |                           | 0    | 0      | warning: FILE:1:1: row '': expected one that moves something, beneath the header, found none
         HEADER;[****];                              |                           | 1    | 0      | FILE:2:9: '****': Amount: expected a number, found a masked one; export the statement with its amounts shown
         HEADER;[$1.08];[****];                      | --accept-partial          | 3    | 1      | FILE:3:9: '****': Amount: expected a number, found a masked one
         HEADER;[1,09];                              |                           | 1    | 0      | FILE:2:10: '09': row: expected 9 columns, found 10 that are not blank
         HEADER;["1.234,10"];                        |                           | 1    | 0      | FILE:2:9: '1.234,10': Amount: expected a number such as 1,234.56, found none
         HEADER;[$1.11];2/2/2026,2/2/2026,2/2/2026   |                           | 1    | 0      | FILE:3:4: row: expected 9 columns, found 3; is it cut off?
         HEADER;[$1.12],more;                        |                           | 1    | 0      | FILE:2:10: 'more': row: expected 9 columns, found 10 that are not blank
         HEADER;2/30/2026,2/2/2026,2/2/2026,,Interest,INT,,,$1.13; |             | 1    | 0      | FILE:2:1: '2/30/2026': Activity Date: expected a date such as 01/31/2024, found none
         HEADER;2/2/2062,2/2/2062,2/2/2062,,Interest,INT,,,$1.14; |              | 1    | 0      | FILE:2:1: '2062-02-02': date: expected none after the business date 2026-02-27, found a later one
         HEADER;[$1.15];"2/2/2026;                   |                           | 2    | 0      | alluse: FILE:3:1: the quote that begins this field is never closed; is the file cut off?
         ``                                          |                           | 2    | 0      | alluse: FILE: is empty; export the statement again
         ``                                          | --format robinhood        | 2    | 0      | alluse: FILE: is empty; export the statement again
         ;;;                                         |                           | 2    | 0      | alluse: FILE: is no statement of a broker known here; it begins with blank lines; formats are
         BANK                                        |                           | 2    | 0      | alluse: FILE: is no statement of a broker known here; it begins with line 1 'Details,Posting Date,Description
         BANK                                        | --format robinhood        | 1    | 0      | FILE:1:1: 'Details': row: expected the header Activity Date
         HEADER;[$1.16];                             | --format schwab           | 1    | 0      | FILE:1:1: 'Activity Date': row: expected the header Date
         HEADER;[$1.16];                             | --format robinhod         | 2    | 0      | alluse: unknown format `robinhod`, did you mean `robinhood`?
        """)
    void a_text_that_is_not_as_it_should_be_is_posted_right_or_refused_with_its_place(
            String text, String more, int exit, int posted, String says) throws IOException {
        Path file = write(lines(text).getBytes(UTF_8));
        mustSay(file, more == null ? "" : " " + more, exit, posted, says);
    }

    private static String lines(String text) {
        return text.replace("BANK", BANK)
                .replaceAll("\\[(.*?)]", "2/2/2026,2/2/2026,2/2/2026,,Interest Payment,INT,,,$1")
                .replace("BOM", "\uFEFF")
                .replace("HEADER", HEADER)
                .replace("~", "\r\n")
                .replace(';', '\n');
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', useHeadersInDisplayName = true, textBlock = """
         WHAT             | MORE               | EXIT | POSTED | SAYS
         UTF-16LE         |                    | 0    | 1      | ``
         UTF-16BE         |                    | 0    | 1      | ``
         UTF-16 unmarked  |                    | 2    | 0      | alluse: FILE: line 1 holds a NUL, which no text has; export it again as CSV
         Latin-1          |                    | 2    | 0      | alluse: FILE: line 2 holds bytes that are no UTF-8 text; export it again as CSV
         zip              |                    | 2    | 0      | alluse: FILE: is a zip archive; unpack it first
         zip              | --format robinhood | 2    | 0      | alluse: FILE: is a zip archive; unpack it first
         gzip             |                    | 2    | 0      | alluse: FILE: is compressed by gzip; unpack it first
         noise            |                    | 2    | 0      | alluse: FILE: line 1 holds bytes that are no UTF-8 text; export it again as CSV
         noise            | --format robinhood | 2    | 0      | alluse: FILE: line 1 holds bytes that are no UTF-8 text; export it again as CSV
         late noise       |                    | 2    | 0      | alluse: FILE: line 20002 holds bytes that are no UTF-8 text; export it again as CSV
         directory        |                    | 2    | 0      | alluse: FILE: is a directory; name the files in it
         directory        | --format robinhood | 2    | 0      | alluse: FILE: is a directory; name the files in it
         nothing          |                    | 5    | 0      | alluse: FILE: no such file; give the path of a broker's CSV export
         nothing          | --format robinhood | 5    | 0      | alluse: FILE: no such file; give the path of a broker's CSV export
         unreadable       |                    | 4    | 0      | alluse: FILE: may not be read by this user
         unreadable       | --format robinhood | 4    | 0      | alluse: FILE: may not be read by this user
        """)
    void what_is_no_text_is_told_what_it_is(String what, String more, int exit, int posted, String says)
            throws IOException {
        mustSay(file(what), more == null ? "" : " " + more, exit, posted, says);
    }

    private Path file(String what) throws IOException {
        return switch (what) {
            case "UTF-16LE" -> write(lines("BOMHEADER;[$2.01]").getBytes(UTF_16LE));
            case "UTF-16BE" -> write(lines("BOMHEADER;[$2.02]").getBytes(UTF_16BE));
            case "UTF-16 unmarked" -> write(lines("HEADER;[$2.03]").getBytes(UTF_16LE));
            case "Latin-1" -> write(lines("HEADER;[£2.04]").getBytes(ISO_8859_1));
            case "zip" -> write(zip());
            case "gzip" -> write(gzip());
            case "noise" -> write(noise());
            case "late noise" ->
                write(lines("HEADER;" + "[$2.05];".repeat(20_000) + "£").getBytes(ISO_8859_1));
            case "directory" -> Files.createDirectory(dir.resolve("f.csv"));
            case "nothing" -> dir.resolve("f.csv");
            case "unreadable" -> unreadable();
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("f.csv"));
            zip.write(HEADER.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(HEADER.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] noise() {
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private Path unreadable() throws IOException {
        Path file = write(lines("HEADER;[$2.06]").getBytes(UTF_8));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "the administrator may read everything");
        return file;
    }

    private void mustSay(Path file, String more, int exit, int posted, String says) throws IOException {
        List<String> before = chains();
        String words = "statement import " + file + " --account A-000001-GEN --date 2026-02-27" + more;
        assertThat(typed.run(words)).as(typed.err()).isEqualTo(exit);
        assertThat(typed.err().replace(file.toString(), "FILE")).contains(says);
        assertThat(typed.err().contains(file.toString())).as(typed.err()).isEqualTo(says.contains("FILE"));
        if (exit == 2 || exit > 3) {
            assertThat(typed.err()).hasLineCount(1);
            assertThat(typed.out()).isEmpty();
        } else {
            assertThat(typed.out()).contains("  posted         " + posted + System.lineSeparator());
        }
        assertThat(chains().equals(before)).as("the ledger is as it was").isEqualTo(posted == 0);
    }

    private static List<String> chains() {
        return Rows.of(database.test().owner())
                .of("select account_id, last_no, encode(last_hash, 'hex') from account_head order by 1");
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(dir.resolve("f.csv"), content);
    }

    /** An option goes with its shares: where one of the two is refused, neither is posted, and all the rest is. */
    @Test
    void a_leg_with_a_wrong_sign_takes_its_option_with_it_and_nothing_else() throws IOException {
        String right = Files.readString(Path.of("sample-data/statements/fidelity.csv"));
        String wrong = right.replaceFirst("(YOU BOUGHT ASSIGNED PUTS.*?),200,", "$1,-200,");
        Path file = write(wrong.getBytes(UTF_8));
        String words = "statement import " + file + " --account A-000001-REV --date 2026-02-27";
        assertThat(wrong).isNotEqualTo(right);
        assertThat(typed.run(words)).isEqualTo(1);
        assertThat(typed.err()).contains(file + " --account A-000001-REV --date 2026-02-27 --accept-partial");
        assertThat(typed.run(words + " --accept-partial")).as(typed.err()).isEqualTo(3);
        assertThat(typed.err())
                .contains("what is bought arrives, but the quantity is -200", "the trade in its shares was refused");
        assertThat(typed.out()).contains("posted         17", "rejected       2");
        assertThat(typed.run("ledger verify")).isZero();
    }

    /** In a heap that would not hold the file. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', useHeadersInDisplayName = true, textBlock = """
         BEGINS   | ROW      | TIMES | EXIT | SAYS
         HEADER;  | x        | 1     | 2    | alluse: FILE: the row on line 2 is longer than 65536 characters; is a quote missing?
         HEADER;" | x;       | 1     | 2    | alluse: FILE: the row on line 2 is longer than 65536 characters; is a quote missing?
         HEADER;  | [$3.01]; | 2000  | 0    | ``
        """)
    void a_file_of_100_megabytes_is_read_in_constant_memory(String begins, String row, int times, int exit, String says)
            throws IOException {
        Path file = big(lines(begins), lines(row), times);
        Answer answer = CommandLineProcess.runWithin(64, "statement", "check", file.toString(), "--quiet");
        assertThat(answer.err().replace(file.toString(), "FILE").strip()).isEqualTo(says);
        assertThat(answer.exit()).isEqualTo(exit);
    }

    /** So many rows, each with so long a description that they come to the size; a row of its own is one endless line. */
    private Path big(String begins, String row, int times) throws IOException {
        Path file = dir.resolve("big.csv");
        String filled =
                times == 1 ? row.repeat(BIG / row.length()) : row.replace("Interest Payment", "z".repeat(BIG / times));
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(begins);
            for (int i = 0; i < times; i++) {
                out.write(filled);
            }
        }
        return file;
    }
}
