package io.alluse.ledger;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * The sum (modulo 2^256) of the hashes of (code, no, hash) of all events that a run posted: independent of their order, so parts
 * are summed where they are posted and a restarted run ends with the digest of an undisturbed one.
 *
 * @param a the 64 highest of its 256 bits
 */
public record RunDigest(long a, long b, long c, long d) {

    public static final RunDigest NONE = new RunDigest(0, 0, 0, 0);

    public static RunDigest of(byte[] bytes) {
        if (bytes.length != EventHash.LENGTH) {
            throw new IllegalArgumentException("a digest has " + EventHash.LENGTH + " bytes, had " + bytes.length);
        }
        ByteBuffer words = ByteBuffer.wrap(bytes);
        return new RunDigest(words.getLong(), words.getLong(), words.getLong(), words.getLong());
    }

    /** Reads the 64 hexadecimal digits that a run prints. */
    public static RunDigest parse(String text) {
        if (!text.matches("[0-9a-fA-F]{64}")) {
            throw new IllegalArgumentException("a digest has " + 2 * EventHash.LENGTH + " hexadecimal digits: " + text);
        }
        return of(HexFormat.of().parseHex(text));
    }

    /** Word by word from the lowest, with what is carried over; what the highest carries is lost. */
    public RunDigest plus(RunDigest other) {
        long lowest = d + other.d;
        long low = c + other.c;
        long lowCarried = low + carry(d, lowest);
        long high = b + other.b;
        long highCarried = high + carry(c, low) + carry(low, lowCarried);
        long highest = a + other.a + carry(b, high) + carry(high, highCarried);
        return new RunDigest(highest, highCarried, lowCarried, lowest);
    }

    /** A sum of unsigned words that is less than a part of it has gone over. */
    private static int carry(long part, long sum) {
        return Long.compareUnsigned(sum, part) < 0 ? 1 : 0;
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(EventHash.LENGTH)
                .putLong(a)
                .putLong(b)
                .putLong(c)
                .putLong(d)
                .array();
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes());
    }
}
