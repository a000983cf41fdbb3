package io.alluse.capitalization;

import io.alluse.fault.Fault;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a capital plan row by row, whatever its length. */
final class PlanFile {

    private static final int LONGEST_LINE = 16_384;
    private static final Pattern SECRET =
            Pattern.compile(".*(password|passwd|secret|token|api_?key|credential|pin).*", Pattern.CASE_INSENSITIVE);
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    private final Path path;

    PlanFile(Path path) {
        this.path = path;
    }

    String name() {
        return path.getFileName().toString();
    }

    /** Of the bytes: the same file is the same input. */
    String digest() {
        try (InputStream file = open();
                DigestInputStream in = new DigestInputStream(file, MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw unreadable(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private InputStream open() throws IOException {
        if (!Files.isRegularFile(path)) {
            throw Fault.notFound("no plan " + path + "; write one with `alluse plan --total 1000000 --out plan.csv`");
        }
        return Files.newInputStream(path);
    }

    /** Hands on every data row, or the problem of a row that has not the shape of one. */
    void read(Consumer<PlanLine> lines, Consumer<PlanProblem> problems) {
        try (Reader text = text();
                CSVParser parser =
                        CSVParser.builder().setReader(text).setFormat(FORMAT).get()) {
            readRecords(parser, lines, problems);
        } catch (CharacterCodingException e) {
            throw Fault.usage(path + ": is not UTF-8 text; save it as UTF-8 and try again");
        } catch (IOException e) {
            throw unreadable(e);
        } catch (UncheckedIOException e) {
            throw Fault.usage(path + ": is not CSV: " + Fault.reason(e));
        }
    }

    private Fault unreadable(IOException e) {
        return Fault.usage(path + ": cannot be read: " + Fault.reason(e));
    }

    private Reader text() throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(
                open(),
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

    private void readRecords(CSVParser parser, Consumer<PlanLine> lines, Consumer<PlanProblem> problems) {
        Iterator<CSVRecord> records = parser.iterator();
        if (!records.hasNext()) {
            throw Fault.usage(path + ":1: is empty; a plan starts with a line of column names such as name,capital");
        }
        Map<PlanField, Integer> columns = header(records.next());
        while (records.hasNext()) {
            CSVRecord row = records.next();
            long line = parser.getCurrentLineNumber() - lineBreaks(row);
            if (row.size() == columns.size()) {
                lines.accept(new PlanLine(line, texts(row, columns), columns));
            } else {
                problems.accept(wrongShape(line, row, columns.size()));
            }
        }
    }

    /** Inside quotes: the parser counts them before it hands on the row, which begins above them. */
    private static long lineBreaks(CSVRecord row) {
        return row.stream()
                .mapToLong(text -> text.chars().filter(c -> c == '\n').count())
                .sum();
    }

    private static PlanProblem wrongShape(long line, CSVRecord row, int expected) {
        int column = Math.min(row.size(), expected) + 1;
        return new PlanProblem(
                line, column, "row", row.get(0), "expected " + expected + " columns, found " + row.size());
    }

    private Map<PlanField, Integer> header(CSVRecord titles) {
        Map<PlanField, Integer> columns = new EnumMap<>(PlanField.class);
        for (int i = 0; i < titles.size(); i++) {
            String title = titles.get(i);
            int column = i + 1;
            PlanField field = PlanField.ofTitle(title).orElseThrow(() -> unknownColumn(title, column));
            if (columns.put(field, column) != null) {
                throw Fault.usage(path + ":1:" + column + ": column '" + title + "' appears twice");
            }
        }
        for (PlanField field : PlanField.values()) {
            if (field.isRequired() && !columns.containsKey(field)) {
                throw Fault.usage(path + ":1:1: column '" + field.title() + "' is missing; columns are "
                        + String.join(",", PlanField.titles()));
            }
        }
        return columns;
    }

    private Fault unknownColumn(String title, int column) {
        String reason = SECRET.matcher(title).matches()
                ? "a plan never holds secrets; remove the column and use `alluse vault set`"
                : "no such column; columns are " + String.join(",", PlanField.titles());
        return Fault.usage(path + ":1:" + column + ": '" + title + "': " + reason);
    }

    private static Map<PlanField, String> texts(CSVRecord row, Map<PlanField, Integer> columns) {
        Map<PlanField, String> texts = new EnumMap<>(PlanField.class);
        columns.forEach((field, column) -> texts.put(field, row.get(column - 1)));
        return texts;
    }

    /** Fails on a line no plan has, before it fills the memory. */
    private static final class BoundedLines extends FilterReader {

        private final int most;
        private int length;
        private long line = 1;

        BoundedLines(Reader in, int most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            if (c >= 0) {
                count((char) c);
            }
            return c;
        }

        @Override
        public int read(char[] buffer, int offset, int count) throws IOException {
            int read = super.read(buffer, offset, count);
            for (int i = 0; i < read; i++) {
                count(buffer[offset + i]);
            }
            return read;
        }

        private void count(char c) throws IOException {
            if (c == '\n') {
                line++;
                length = 0;
            } else if (++length > most) {
                throw new IOException("line " + line + " is longer than " + most + " characters");
            }
        }
    }
}
