package io.alluse.csv;

import io.alluse.fault.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV file row by row, whatever its length: UTF-8 with or without BOM, lines ended the Unix or the Windows way. */
public final class CsvFile {

    private static final int LONGEST_LINE = 16_384;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    private final Path path;
    private final CsvColumns columns;

    public CsvFile(Path path, CsvColumns columns) {
        this.path = path;
        this.columns = columns;
    }

    /** Hands on every data row, or the problem of a row that has not the shape of one. */
    public void read(Consumer<CsvRow> rows, Consumer<CsvProblem> problems) {
        if (!Files.isRegularFile(path)) {
            throw Fault.notFound("no file " + path);
        }
        try (Reader text = text();
                CSVParser parser =
                        CSVParser.builder().setReader(text).setFormat(FORMAT).get()) {
            readRecords(parser, rows, problems);
        } catch (CharacterCodingException e) {
            throw notUtf8(e);
        } catch (IOException e) {
            throw Fault.usage(path + ": cannot be read: " + Fault.reason(e), e);
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException
                    ? notUtf8(e)
                    : Fault.usage(path + ": is not CSV: " + Fault.reason(Objects.requireNonNull(e.getCause())), e);
        }
    }

    private Fault notUtf8(Exception e) {
        return Fault.usage(path + ": is not UTF-8 text; save it as UTF-8 and try again", e);
    }

    private Reader text() throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(
                Files.newInputStream(path),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return new BoundedLines(text, LONGEST_LINE);
    }

    private void readRecords(CSVParser parser, Consumer<CsvRow> rows, Consumer<CsvProblem> problems) {
        Iterator<CSVRecord> records = parser.iterator();
        if (!records.hasNext()) {
            throw Fault.usage(path + ":1: is empty; it starts with a line of column names such as "
                    + String.join(",", columns.required()));
        }
        CSVRecord titles = records.next();
        Map<String, Integer> places = columns.places(path.toString(), titles.toList());
        while (records.hasNext()) {
            CSVRecord row = records.next();
            long line = parser.getCurrentLineNumber() - lineBreaks(row);
            if (row.size() == titles.size()) {
                rows.accept(new CsvRow(line, row.toList(), places));
            } else {
                problems.accept(wrongShape(line, row, titles.size()));
            }
        }
    }

    /** Inside quotes: the parser counts them before it hands on the row, which begins above them. */
    private static long lineBreaks(CSVRecord row) {
        return row.stream()
                .mapToLong(text -> text.chars().filter(c -> c == '\n').count())
                .sum();
    }

    private static CsvProblem wrongShape(long line, CSVRecord row, int expected) {
        int column = Math.min(row.size(), expected) + 1;
        return new CsvProblem(
                line, column, "row", row.get(0), "expected " + expected + " columns, found " + row.size());
    }
}
