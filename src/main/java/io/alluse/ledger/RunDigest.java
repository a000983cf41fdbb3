package io.alluse.ledger;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The sum (modulo 2^256) of the hashes of (code, no, hash) of all events that a run posted: independent of their order, so parts
 * are summed where they are posted and a restarted run ends with the digest of an undisturbed one.
 */
public final class RunDigest {

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(8 * EventHash.LENGTH);
    public static final RunDigest NONE = new RunDigest(BigInteger.ZERO);

    private final BigInteger sum;

    private RunDigest(BigInteger sum) {
        this.sum = sum;
    }

    public static RunDigest of(byte[] bytes) {
        return new RunDigest(new BigInteger(1, bytes));
    }

    /** Reads the 64 hexadecimal digits that a run prints. */
    public static RunDigest parse(String text) {
        if (!text.matches("[0-9a-fA-F]{64}")) {
            throw new IllegalArgumentException("a digest has " + 2 * EventHash.LENGTH + " hexadecimal digits: " + text);
        }
        return of(HexFormat.of().parseHex(text));
    }

    public static RunDigest ofEvent(String code, int no, EventHash hash) {
        byte[] text = (code + '|' + no + '|' + hash).getBytes(StandardCharsets.UTF_8);
        return of(EventText.sha256().digest(text));
    }

    public RunDigest plus(RunDigest other) {
        return new RunDigest(sum.add(other.sum).mod(MODULUS));
    }

    public byte[] bytes() {
        byte[] bytes = new byte[EventHash.LENGTH];
        byte[] significant = sum.toByteArray();
        int length = Math.min(significant.length, bytes.length);
        System.arraycopy(significant, significant.length - length, bytes, bytes.length - length, length);
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RunDigest digest && sum.equals(digest.sum);
    }

    @Override
    public int hashCode() {
        return sum.hashCode();
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes());
    }
}
