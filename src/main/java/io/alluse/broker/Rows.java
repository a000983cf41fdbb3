package io.alluse.broker;

import io.alluse.csv.BoundedRows;
import io.alluse.csv.BoundedRows.RowTooLong;
import io.alluse.csv.BrokenQuote;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one at a time, each with the physical lines it takes; what is no CSV is a fault with its line. */
final class Rows implements AutoCloseable {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(false)
            .get();

    private final Path path;
    private final DecodedText text;
    private final BoundedRows bounded;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;

    private Rows(Path path) throws IOException {
        this.path = path;
        text = StatementFile.open(path);
        bounded = new BoundedRows(text);
        parser = CSVParser.builder().setReader(bounded).setFormat(FORMAT).get();
        records = parser.iterator();
    }

    static Rows open(Path path) {
        try {
            return new Rows(path);
        } catch (IOException e) {
            throw fault(path, e);
        }
    }

    /** As many of the first rows as recognition looks at. */
    static List<Row> head(Path path, int most) {
        try (Rows rows = open(path)) {
            List<Row> head = new ArrayList<>();
            for (Row row = rows.next(); row != null && head.size() < most; row = rows.next()) {
                head.add(row);
            }
            return head;
        }
    }

    /** Null after the last one. */
    @Nullable
    Row next() {
        long before = parser.getCurrentLineNumber();
        try {
            if (!records.hasNext()) {
                return null;
            }
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CSVException
                    ? brokenQuote()
                    : fault(path, Objects.requireNonNull(e.getCause()));
        }
        CSVRecord next = records.next();
        long after = parser.getCurrentLineNumber();
        bounded.nextRow(after + 1);
        return new Row(before + 1, after - before, next.values());
    }

    private Fault brokenQuote() {
        try (DecodedText again = StatementFile.open(path)) {
            return BrokenQuote.fault(path, again, bounded.line());
        } catch (IOException e) {
            return fault(path, e);
        }
    }

    /** Counted apart from the parser. */
    long physicalLines() {
        return text.lines();
    }

    /** The parser wraps what the reader below it throws. */
    static Fault fault(Path path, IOException thrown) {
        IOException cause = thrown.getCause() instanceof IOException below ? below : thrown;
        return switch (cause) {
            case DecodedText.NotText e -> Fault.usage(path + ": " + Fault.reason(e) + "; export it again as CSV");
            case AccessDeniedException e -> Fault.of(Exit.NOT_ALLOWED, path + ": may not be read by this user");
            case RowTooLong e -> Fault.usage(path + ": " + Fault.reason(e) + "; is a quote missing?");
            default -> Fault.usage(path + ": cannot be read: " + Fault.reason(cause));
        };
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw fault(path, e);
        }
    }
}
