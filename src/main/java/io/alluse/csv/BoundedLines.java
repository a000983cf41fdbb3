package io.alluse.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Fails on a line that no file of ours has, before it fills the memory. */
final class BoundedLines extends FilterReader {

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
