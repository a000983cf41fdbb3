package io.alluse.capitalization;

import io.alluse.capitalization.BoundedRows.RowTooLong;
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
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a capital plan row by row, whatever its length. */
final class PlanFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern SECRET = Pattern.compile(
            ".*(pass(word|wd|phrase)|pwd|secret|token|api[-_ ]?key|credential|pin).*", Pattern.CASE_INSENSITIVE);
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(false)
            .setTrim(true)
            .get();

    private final Path path;

    PlanFile(Path path) {
        this.path = path;
    }

    String name() {
        return path.getFileName().toString();
    }

    /**
     * Hands on every data row, or the problem of a row that has not the shape of one. Returns the digest of the bytes: the same file
     * is the same input.
     */
    String read(Consumer<PlanLine> lines, Consumer<PlanProblem> problems) {
        MessageDigest digest = sha256();
        try (BoundedRows text = text(digest);
                CSVParser parser =
                        CSVParser.builder().setReader(text).setFormat(FORMAT).get()) {
            readRecords(parser, text, lines, problems);
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
            case CSVException e -> Fault.usage(path + ": is not CSV: " + Fault.reason(e) + "; is a quote missing?");
            case RowTooLong e -> Fault.usage(path + ": " + Fault.reason(e) + "; is a quote missing?");
            default -> Fault.usage(path + ": cannot be read: " + Fault.reason(cause));
        };
    }

    private BoundedRows text(MessageDigest digest) throws IOException {
        if (Files.notExists(path)) {
            throw Fault.notFound("no plan " + path + "; write one with `alluse plan --total 1000000 --out plan.csv`");
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

    private void readRecords(
            CSVParser parser, BoundedRows text, Consumer<PlanLine> lines, Consumer<PlanProblem> problems) {
        Iterator<CSVRecord> records = parser.iterator();
        @Nullable Map<PlanField, Integer> columns = null;
        long rows = 0;
        for (long line = 1; records.hasNext(); line = parser.getCurrentLineNumber() + 1) {
            CSVRecord row = records.next();
            text.nextRow(parser.getCurrentLineNumber() + 1);
            if (isBlank(row)) {
                continue;
            }
            if (columns == null) {
                columns = header(row, line);
                continue;
            }
            rows++;
            if (row.size() == columns.size()) {
                lines.accept(new PlanLine(line, texts(row, columns), columns));
            } else {
                problems.accept(wrongShape(line, row, columns.size()));
            }
        }
        if (rows == 0) {
            throw Fault.usage(path + ": holds no main account; a plan is a line of column names such as name,capital"
                    + " and a row for each main account");
        }
    }

    private static boolean isBlank(CSVRecord row) {
        return row.size() == 1 && row.get(0).isBlank();
    }

    private static PlanProblem wrongShape(long line, CSVRecord row, int expected) {
        int column = Math.min(row.size(), expected) + 1;
        return new PlanProblem(
                line, column, "row", row.get(0), "expected " + expected + " columns, found " + row.size());
    }

    private Map<PlanField, Integer> header(CSVRecord titles, long line) {
        Map<PlanField, Integer> columns = new EnumMap<>(PlanField.class);
        for (int i = 0; i < titles.size(); i++) {
            String title = titles.get(i);
            int column = i + 1;
            PlanField field = PlanField.ofTitle(title).orElseThrow(() -> unknownColumn(title, line, column));
            if (columns.put(field, column) != null) {
                throw Fault.usage(path + ":" + line + ":" + column + ": column '" + title + "' appears twice");
            }
        }
        for (PlanField field : PlanField.values()) {
            if (field.isRequired() && !columns.containsKey(field)) {
                throw Fault.usage(path + ":" + line + ":1: column '" + field.title() + "' is missing; columns are "
                        + String.join(",", PlanField.titles()));
            }
        }
        return columns;
    }

    private Fault unknownColumn(String title, long line, int column) {
        String reason = SECRET.matcher(title).matches()
                ? "a plan never holds secrets; remove the column and use `alluse vault set`"
                : "no such column; columns are " + String.join(",", PlanField.titles());
        return Fault.usage(path + ":" + line + ":" + column + ": '" + title + "': " + reason);
    }

    private static Map<PlanField, String> texts(CSVRecord row, Map<PlanField, Integer> columns) {
        Map<PlanField, String> texts = new EnumMap<>(PlanField.class);
        columns.forEach((field, column) -> texts.put(field, row.get(column - 1)));
        return texts;
    }
}
