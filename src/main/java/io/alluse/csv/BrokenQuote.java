package io.alluse.csv;

import io.alluse.fault.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;

/** Finds the field whose quote is never closed, or closed before the field ends: what the parser says of it names no column. */
public final class BrokenQuote {

    private static final int END = -1;

    private final Reader text;
    private int column = 1;

    private BrokenQuote(Reader text) {
        this.text = text;
    }

    /** Of the row that begins on this line of the text. */
    public static Fault fault(Path file, Reader text, long line) throws IOException {
        BufferedReader lines = new BufferedReader(text);
        for (long before = 1; before < line; before++) {
            lines.readLine();
        }
        BrokenQuote row = new BrokenQuote(lines);
        String wrong = row.isCut() ? "is never closed; is the file cut off?" : "is closed before the field ends";
        return Fault.usage(file + ":" + line + ":" + row.column + ": the quote that begins this field " + wrong);
    }

    private boolean isCut() throws IOException {
        boolean begins = true;
        for (int next = text.read(); next != END && next != '\n'; next = text.read()) {
            if (next == ',') {
                column++;
                begins = true;
            } else if (next == '"' && begins) {
                int behind = closed();
                if (behind != ',' && behind != ' ') {
                    return behind == END;
                }
                column += behind == ',' ? 1 : 0;
                begins = behind == ',';
            } else {
                begins = begins && next == ' ';
            }
        }
        return false;
    }

    /** What stands behind the quote that closes the field. */
    private int closed() throws IOException {
        for (int next = text.read(); next != END; next = text.read()) {
            if (next == '"') {
                int behind = text.read();
                if (behind != '"') {
                    return behind;
                }
            }
        }
        return END;
    }
}
