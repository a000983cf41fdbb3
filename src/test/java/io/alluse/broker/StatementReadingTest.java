package io.alluse.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.alluse.fault.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementReadingTest {

    private static final String HEADER =
            "Activity Date,Process Date,Settle Date,Instrument,Description,Trans Code,Quantity,Price,Amount\n";
    private static final String ROW = "1/5/2024,1/5/2024,1/8/2024,,ACH Deposit,ACH,,,$50.00\n";

    @TempDir
    private Path dir;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', useHeadersInDisplayName = true, textBlock = """
         TEXT                          | SEEN | TOOK | IGNORED | REJECTED
         HEADER;ROW;                   | 2    | 1    | 1       | 0
         HEADER;ROW                    | 2    | 1    | 1       | 0
         BOMHEADER;ROW;                | 2    | 1    | 1       | 0
         HEADERCR;ROWCR;               | 2    | 1    | 1       | 0
         HEADERCR;ROWCR;;;             | 4    | 1    | 3       | 0
         ;;HEADER;;ROW;;               | 6    | 1    | 5       | 0
         HEADER;                       | 1    | 0    | 1       | 0
         HEADER;ROW;x;ROW;             | 4    | 2    | 1       | 1
         HEADER;"x;y;z",1;ROW          | 5    | 1    | 1       | 3
         words;HEADER;ROW              | 3    | 1    | 1       | 1
         HEADER;ROW;HEADER;ROW         | 4    | 2    | 2       | 0
         HEADER;ROW;1/5/2024,1/5/2024,1/8/2024,,ACH Deposit,ACH | 3 | 1 | 1       | 1
         HEADER,More;ROW;ROW           | 3    | 0    | 0       | 3
        """)
    void every_physical_line_is_in_one_of_the_counts(String text, long seen, long took, long ignored, long rejected)
            throws IOException {
        assertThat(Told.of(file(text)).summary())
                .isEqualTo(new StatementSummary(Robinhood.FORMAT.description(), seen, took, ignored, rejected));
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-8"})
    void a_byte_order_mark_says_how_the_text_is_encoded(String charset) throws IOException {
        Path file = dir.resolve("f.csv");
        Files.write(file, ("\uFEFF" + HEADER + ROW.replace("Deposit", "Dépôt €")).getBytes(Charset.forName(charset)));
        assertThat(Told.of(file).activities().getFirst().text()).isEqualTo("ACH ACH Dépôt €");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', useHeadersInDisplayName = true, textBlock = """
         TEXT                          | FAULT
         ``                            | FILE: is empty; export the statement again
         PK#4Sheet                     | FILE: is a zip archive; unpack it first
         PK#4 [Content_Types].xml      | FILE: is an Excel workbook; save it as CSV
         %PDF-1.7                      | FILE: is a PDF; ask the broker for the CSV export
         <!DOCTYPE html><html>         | FILE: is a web page, perhaps the broker's login; export the statement again
         HEADER;ROW;a#0b               | FILE: line 3 holds a NUL, which no text has; export it again as CSV
         HEADER;"x                     | FILE:2:1: the quote that begins this field is never closed; is the file cut off?
         HEADER;LONG                   | FILE: the row on line 2 is longer than 65536 characters; is a quote missing?
         Details,Posting Date,Amount;DEBIT,01/02/2024,-5 | FILE: is no statement of a broker known here; it begins with line 1 'Details,Posting Date,Amount'; formats are FORMATS, see `alluse statement formats`
         ;;                            | FILE: is no statement of a broker known here; it begins with blank lines; formats are FORMATS, see `alluse statement formats`
        """)
    void what_is_no_statement_is_one_clear_fault(String text, String fault) throws IOException {
        Path file = file(text);
        assertThat(fault(file, null).replace(formats(), "FORMATS")).isEqualTo(fault);
    }

    @Test
    void a_missing_column_is_named() throws IOException {
        assertThat(fault(
                        file(
                                "Activity Date,Process Date,Settle Date,Instrument,Description,Trans Code,Quantity,Price;"),
                        null))
                .contains("almost robinhood, but line 1 has no column 'Amount'");
    }

    @Test
    void a_named_format_rejects_what_is_not_its_own() throws IOException {
        Told told = Told.of(file("Details,Posting Date,Amount;DEBIT,01/02/2024,-5;"), "robinhood");
        assertThat(told.summary().rejected()).isEqualTo(2);
        assertThat(fault(file(HEADER), "robinhod"))
                .isEqualTo("unknown format `robinhod`, did you mean `robinhood`?; see `alluse statement formats`");
    }

    @Test
    void a_file_that_is_no_text_is_refused_with_its_line() throws IOException {
        Path file = dir.resolve("f.csv");
        Files.write(file, (HEADER + ROW.replace("Deposit", "Dépôt")).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(fault(file, null))
                .isEqualTo("FILE: line 2 holds bytes that are no UTF-8 text; export it again as CSV");
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        Files.write(file, noise);
        assertThat(fault(file, null)).startsWith("FILE: line ");
    }

    @Test
    void an_archive_is_no_statement() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("f.csv"));
            zip.write(HEADER.getBytes(StandardCharsets.UTF_8));
        }
        Path file = dir.resolve("f.csv");
        Files.write(file, bytes.toByteArray());
        assertThat(fault(file, null)).isEqualTo("FILE: is a zip archive; unpack it first");
        bytes.reset();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(HEADER.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file, bytes.toByteArray());
        assertThat(fault(file, null)).isEqualTo("FILE: is compressed by gzip; unpack it first");
    }

    @Test
    void a_directory_and_a_file_that_is_not_there_are_told_so() {
        assertThat(fault(dir, null)).isEqualTo("FILE: is a directory; name the files in it");
        assertThat(fault(dir.resolve("none.csv"), null))
                .isEqualTo("FILE: no such file; give the path of a broker's CSV export");
    }

    private static String formats() {
        return String.join(
                ", ", BrokerFormats.all().stream().map(BrokerFormat::name).toList());
    }

    private static String fault(Path file, @Nullable String format) {
        Fault fault = catchThrowableOfType(Fault.class, () -> Told.of(file, format));
        return Fault.reason(fault).replace(file.toString(), "FILE");
    }

    private Path file(String text) throws IOException {
        String whole = text.replace("BOM", "\uFEFF")
                .replace("HEADER", HEADER.strip())
                .replace("ROW", ROW.strip())
                .replace("LONG", "\"" + "x\n".repeat(70_000))
                .replace("CR;", "\r\n")
                .replace(';', '\n')
                .replace("#4", "\u0003\u0004")
                .replace("#0", "\0");
        return Files.writeString(dir.resolve("f.csv"), whole);
    }
}
