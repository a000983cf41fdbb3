package io.alluse.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * The text of a file, strictly decoded; what is no text is refused with its line. Counts the physical lines itself, so that the
 * parser's own count can be held against it.
 */
final class DecodedText extends Reader {

    private static final int BUFFER = 1 << 15;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private boolean started;
    private boolean ended;
    private long breaks;
    private char last = '\n';

    DecodedText(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Of what has been read so far; a last line counts without a line break, too. */
    long lines() {
        return last == '\n' || last == '\r' ? breaks : breaks + 1;
    }

    @Override
    public int read(char[] buffer, int offset, int most) throws IOException {
        while (!chars.hasRemaining()) {
            if (ended) {
                return -1;
            }
            decode();
        }
        int read = Math.min(most, chars.remaining());
        chars.get(buffer, offset, read);
        return read;
    }

    private void decode() throws IOException {
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, false);
        if (result.isUnderflow() && chars.position() == 0) {
            boolean more = fill();
            result = decoder.decode(bytes, chars, !more);
            ended = !more;
        }
        chars.flip();
        skipMark();
        count();
        if (result.isError()) {
            throw new NotText("line " + (breaks + 1) + " holds bytes that are no " + decoder.charset() + " text");
        }
    }

    private boolean fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        return read >= 0;
    }

    private void skipMark() {
        if (!started && chars.hasRemaining()) {
            started = true;
            if (chars.get(0) == BYTE_ORDER_MARK) {
                chars.get();
            }
        }
    }

    /** Every character passes here: nothing in it but comparisons. */
    private void count() throws IOException {
        char[] array = chars.array();
        char previous = last;
        for (int i = chars.position(); i < chars.limit(); i++) {
            char c = array[i];
            if (c <= '\r') {
                if (c == '\r' || (c == '\n' && previous != '\r')) {
                    breaks++;
                } else if (c == 0) {
                    throw new NotText("line " + (breaks + 1) + " holds a NUL, which no text has");
                }
            }
            previous = c;
        }
        last = previous;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Not a failure of the disk. */
    @SuppressWarnings("serial") // never written anywhere
    static final class NotText extends IOException {

        private NotText(String message) {
            super(message);
        }
    }
}
