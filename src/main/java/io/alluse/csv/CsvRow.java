package io.alluse.csv;

import java.util.List;
import java.util.Map;

/** A data row: the line it begins on and the text of each column. */
public record CsvRow(long line, List<String> texts, Map<String, Integer> columns) {

    public CsvRow {
        texts = texts.stream().map(CsvRow::withoutBlanksAround).toList();
    }

    /** Spreadsheets put blanks around texts that no eye and no usual trimming sees. */
    private static String withoutBlanksAround(String text) {
        return text.replace('\u00A0', ' ').strip();
    }

    /** Blank where the file has no such column. */
    public String text(String title) {
        Integer column = columns.get(title);
        return column == null ? "" : texts.get(column - 1);
    }

    public CsvProblem problem(String title, String reason) {
        return new CsvProblem(line, columns.getOrDefault(title, 1), title, text(title), reason);
    }
}
