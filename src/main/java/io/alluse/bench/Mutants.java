package io.alluse.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** What may become of a file on its way: the same seed makes the same mutant. */
final class Mutants {

    private static final int COLUMNS = 12;

    private static final List<String> CELLS = List.of(
            "",
            " ",
            "-",
            "--",
            "****",
            "NaN",
            "1e9",
            "1,00",
            "($5)",
            "-0.00",
            "99999999999999999999",
            "0.123456789012",
            "02/30/2024",
            "2024-13-01",
            "as of",
            "\"",
            "\"\"",
            "x\ny",
            "=\"1\"",
            "'",
            ";",
            "\uFEFF",
            "\u00A0",
            "AAPL",
            "SPY 1/2/2024 Put $474.00",
            "AAPL  240315C00150000",
            "(((",
            "TOTAL",
            "Header",
            "Buy",
            "3S",
            "S",
            "\u0000",
            "é€😀",
            "Assignment",
            "0FUBO.D110029000",
            ")(",
            "/",
            "@",
            "BOT +1 X @",
            "SOLD -1 VERTICAL @1",
            "12/31/9999",
            "1/1/0001",
            "-0",
            "0",
            "0.00000001",
            "999999999999999999",
            "-");

    private final RandomGenerator random;

    Mutants(long seed) {
        // of neighbouring seeds, too, the first choices have nothing to do with each other
        random = new SplittableRandom(seed);
    }

    byte[] of(byte[] file) {
        byte[] mutant = file;
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            mutant = changed(mutant);
        }
        return mutant;
    }

    private byte[] changed(byte[] file) {
        return switch (random.nextInt(13)) {
            case 0 -> bytesChanged(file);
            case 1 -> cut(file);
            case 2 -> Arrays.copyOf(file, random.nextInt(file.length + 1));
            case 3 -> cellChanged(file, CELLS.get(random.nextInt(CELLS.size())));
            case 4 -> cellsSwapped(file);
            case 5 -> lines(file, this::rowsChanged);
            case 6 -> lines(file, this::columnRemoved);
            case 7 -> lines(file, this::columnsSwapped);
            case 8 -> encoded(file);
            case 9 -> cellChanged(file, Integer.toString(random.nextInt()));
            case 10 -> signChanged(file);
            default -> digitsChanged(file);
        };
    }

    /** Still numbers and dates, but others: such a mutant goes furthest. */
    private byte[] digitsChanged(byte[] file) {
        byte[] changed = file.clone();
        for (int i = random.nextInt(8); i >= 0 && file.length > 0; i--) {
            int at = random.nextInt(file.length);
            while (at < file.length && !Character.isDigit(file[at])) {
                at++;
            }
            if (at < file.length) {
                changed[at] = (byte) ('0' + random.nextInt(10));
            }
        }
        return changed;
    }

    private byte[] signChanged(byte[] file) {
        return cells(file, cells -> {
            int at = random.nextInt(cells.size());
            String cell = cells.get(at);
            cells.set(at, cell.startsWith("-") ? cell.substring(1) : "-" + cell);
        });
    }

    private byte[] encoded(byte[] file) {
        return switch (random.nextInt(4)) {
            case 0 -> text(file).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            case 1 -> text(file).replace("\n", "\r").getBytes(StandardCharsets.UTF_8);
            case 2 -> text(file).getBytes(StandardCharsets.UTF_16);
            default -> text(file).getBytes(StandardCharsets.ISO_8859_1);
        };
    }

    private byte[] bytesChanged(byte[] file) {
        byte[] changed = file.clone();
        for (int i = random.nextInt(3); i >= 0 && changed.length > 0; i--) {
            changed[random.nextInt(changed.length)] =
                    (byte) (random.nextBoolean() ? random.nextInt(128) : random.nextInt());
        }
        return changed;
    }

    private byte[] cut(byte[] file) {
        int from = random.nextInt(file.length + 1);
        int to = Math.min(file.length, from + random.nextInt(200));
        ByteArrayOutputStream left = new ByteArrayOutputStream();
        left.write(file, 0, from);
        left.write(file, to, file.length - to);
        return left.toByteArray();
    }

    private byte[] cellChanged(byte[] file, String cell) {
        return cells(file, cells -> cells.set(random.nextInt(cells.size()), cell));
    }

    private byte[] cellsSwapped(byte[] file) {
        return cells(
                file, cells -> Collections.swap(cells, random.nextInt(cells.size()), random.nextInt(cells.size())));
    }

    private byte[] cells(byte[] file, Consumer<List<String>> change) {
        return lines(file, lines -> {
            int row = random.nextInt(lines.size());
            List<String> cells = new ArrayList<>(Arrays.asList(lines.get(row).split(",", -1)));
            change.accept(cells);
            lines.set(row, String.join(",", cells));
        });
    }

    private void rowsChanged(List<String> lines) {
        int row = random.nextInt(lines.size());
        switch (random.nextInt(4)) {
            case 0 -> lines.remove(row);
            case 1 -> lines.add(random.nextInt(lines.size()), lines.get(row));
            case 2 -> Collections.swap(lines, row, random.nextInt(lines.size()));
            default -> lines.add(row, "");
        }
    }

    private void columnRemoved(List<String> lines) {
        int column = random.nextInt(COLUMNS);
        inEveryLine(lines, column, cells -> cells.remove(column));
    }

    private void columnsSwapped(List<String> lines) {
        int one = random.nextInt(COLUMNS);
        int other = random.nextInt(COLUMNS);
        inEveryLine(lines, Math.max(one, other), cells -> Collections.swap(cells, one, other));
    }

    /** That is long enough. */
    private static void inEveryLine(List<String> lines, int last, Consumer<List<String>> change) {
        lines.replaceAll(line -> {
            List<String> cells = new ArrayList<>(Arrays.asList(line.split(",", -1)));
            if (last < cells.size()) {
                change.accept(cells);
            }
            return String.join(",", cells);
        });
    }

    private static byte[] lines(byte[] file, Consumer<List<String>> change) {
        List<String> lines = new ArrayList<>(Arrays.asList(text(file).split("\n", -1)));
        change.accept(lines);
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}
