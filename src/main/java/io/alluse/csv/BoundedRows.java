package io.alluse.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Fails on a row no file of ours has before it fills the memory: one quote that is never closed makes a row of the whole file. */
public final class BoundedRows extends FilterReader {

    private static final int LONGEST_ROW = 65_536;

    private long line = 1;
    private long length;

    public BoundedRows(Reader in) {
        super(in);
    }

    /** The row has been read on which the file's next one, on this line, follows. */
    public void nextRow(long nextLine) {
        line = nextLine;
        length = 0;
    }

    /** On which the row begins that is being read. */
    public long line() {
        return line;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        count(1);
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int most) throws IOException {
        int read = super.read(buffer, offset, most);
        count(read);
        return read;
    }

    private void count(int read) throws IOException {
        length += read;
        if (length > LONGEST_ROW) {
            throw new RowTooLong("the row on line " + line + " is longer than " + LONGEST_ROW + " characters");
        }
    }

    /** Not a failure of the disk. */
    public static final class RowTooLong extends IOException {

        private RowTooLong(String message) {
            super(message);
        }
    }
}
