package io.alluse.vault;

import io.alluse.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** A value that nobody prints: {@code ***} wherever it is shown, overwritten when it is closed. */
public final class Secret implements AutoCloseable {

    static final int MOST_BYTES = 64 * 1024;

    private static final int MOST_BYTES_PER_CHARACTER = 3;

    private final byte[] bytes;
    private boolean wiped;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes the array over: it is wiped with this secret, so the caller must not keep it. */
    public static Secret taking(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > MOST_BYTES) {
            Arrays.fill(bytes, (byte) 0);
            throw Fault.usage("a secret has 1 to " + MOST_BYTES + " bytes; nothing was stored");
        }
        return new Secret(bytes);
    }

    /** What was typed, as UTF-8; wipes the characters. */
    public static Secret typed(char[] characters) {
        ByteBuffer encoded = ByteBuffer.allocate(characters.length * MOST_BYTES_PER_CHARACTER);
        boolean text = !StandardCharsets.UTF_8
                .newEncoder()
                .encode(CharBuffer.wrap(characters), encoded, true)
                .isError();
        byte[] bytes = Arrays.copyOf(encoded.array(), text ? encoded.position() : 0);
        Arrays.fill(encoded.array(), (byte) 0);
        Arrays.fill(characters, '\0');
        return taking(bytes);
    }

    /** Reads to the end, at most 64 KiB, without the newline that editors and {@code echo} add. */
    public static Secret read(InputStream in) throws IOException {
        byte[] buffer = new byte[MOST_BYTES + 3];
        try {
            int length = in.readNBytes(buffer, 0, buffer.length);
            return taking(Arrays.copyOf(buffer, withoutNewline(buffer, length)));
        } finally {
            Arrays.fill(buffer, (byte) 0);
        }
    }

    private static int withoutNewline(byte[] buffer, int length) {
        int end = length;
        if (end > 0 && buffer[end - 1] == '\n') {
            end--;
            if (end > 0 && buffer[end - 1] == '\r') {
                end--;
            }
        }
        return end;
    }

    /** A copy that the caller wipes. */
    public byte[] reveal() {
        if (wiped) {
            throw new IllegalStateException("a secret is read after it was closed");
        }
        return bytes.clone();
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
        wiped = true;
    }

    /** In constant time, so that comparing tells nothing about the value. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes, secret.bytes);
    }

    /** One number for all: a hash of the value would tell something about it. */
    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return "***";
    }
}
