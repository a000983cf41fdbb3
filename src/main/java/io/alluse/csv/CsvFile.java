package io.alluse.csv;

import io.alluse.csv.BoundedRows.RowTooLong;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a CSV file row by row, whatever its length: UTF-8 with or without BOM, lines ended the Unix or the Windows way. */
public final class CsvFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(false)
            .setTrim(true)
            .get();

    private final Path path;
    private final CsvKind kind;

    public CsvFile(Path path, CsvKind kind) {
        this.path = path;
        this.kind = kind;
    }

    public String name() {
        return path.getFileName().toString();
    }

    /**
     * Hands on every data row, or the problem of a row that has not the shape of one. Returns the digest of the bytes: the same file
     * is the same input.
     */
    public String read(Consumer<CsvRow> rows, Consumer<CsvProblem> problems) {
        MessageDigest digest = sha256();
        try (BoundedRows text = text(digest);
                CSVParser parser =
                        CSVParser.builder().setReader(text).setFormat(FORMAT).get()) {
            try {
                readRecords(parser, text, rows, problems);
            } catch (UncheckedIOException e) {
                throw e.getCause() instanceof CSVException ? brokenQuote(text.line()) : e;
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw unreadable(e);
        } catch (UncheckedIOException e) {
            throw unreadable(Objects.requireNonNull(e.getCause()));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The parser wraps what the reader below it throws. */
    private Fault unreadable(IOException thrown) {
        IOException cause = thrown.getCause() instanceof IOException below ? below : thrown;
        return switch (cause) {
            case CharacterCodingException e ->
                Fault.usage(path + ": is not UTF-8 text; save it as UTF-8 and try again");
            case AccessDeniedException e -> Fault.of(Exit.NOT_ALLOWED, path + ": may not be read by this user");
            case RowTooLong e -> Fault.usage(path + ": " + Fault.reason(e) + "; is a quote missing?");
            default -> Fault.usage(path + ": cannot be read: " + Fault.reason(cause));
        };
    }

    private Fault brokenQuote(long line) throws IOException {
        try (BoundedRows again = text(sha256())) {
            again.nextRow(line);
            return BrokenQuote.fault(path, again, line);
        }
    }

    private BoundedRows text(MessageDigest digest) throws IOException {
        if (Files.notExists(path)) {
            throw Fault.notFound("no " + kind.noun() + " " + path + "; " + kind.wayToOne());
        }
        if (!Files.isRegularFile(path)) {
            throw Fault.usage(path + ": is not a file");
        }
        BufferedReader text = new BufferedReader(new InputStreamReader(
                new DigestInputStream(Files.newInputStream(path), digest),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return new BoundedRows(text);
    }

    private void readRecords(CSVParser parser, BoundedRows text, Consumer<CsvRow> rows, Consumer<CsvProblem> problems) {
        Iterator<CSVRecord> records = parser.iterator();
        @Nullable Map<String, Integer> places = null;
        long count = 0;
        for (long line = 1; records.hasNext(); line = parser.getCurrentLineNumber() + 1) {
            CSVRecord row = records.next();
            text.nextRow(parser.getCurrentLineNumber() + 1);
            if (isBlank(row)) {
                continue;
            }
            if (places == null) {
                places = kind.places(path.toString(), line, row.toList());
                continue;
            }
            count++;
            if (row.size() == places.size()) {
                rows.accept(new CsvRow(line, row.toList(), places));
            } else {
                problems.accept(wrongShape(line, row, places.size()));
            }
        }
        if (count == 0) {
            throw Fault.usage(path + ":" + Math.max(1, parser.getCurrentLineNumber()) + ":1: holds no " + kind.row()
                    + "; a " + kind.noun()
                    + " is a line of column names such as " + String.join(",", kind.required()) + " and a row for each "
                    + kind.row());
        }
    }

    private static boolean isBlank(CSVRecord row) {
        return row.size() == 1 && row.get(0).isBlank();
    }

    private static CsvProblem wrongShape(long line, CSVRecord row, int expected) {
        int column = Math.min(row.size(), expected) + 1;
        return new CsvProblem(
                line, column, "row", row.get(0), "expected " + expected + " columns, found " + row.size());
    }
}
