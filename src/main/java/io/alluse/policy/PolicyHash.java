package io.alluse.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of what a policy means, as 64 hexadecimal digits: comments and order of keys do not count. */
public final class PolicyHash {

    private static final int LENGTH = 64;
    private static final int SHORT = 12;

    private final String hex;
    private final byte[] bytes;

    public PolicyHash(String hex) {
        if (hex.length() != LENGTH || !hex.chars().allMatch(PolicyHash::isLowerDigit)) {
            throw new IllegalArgumentException("a policy hash has 64 hexadecimal digits, was " + hex);
        }
        this.hex = hex;
        this.bytes = HexFormat.of().parseHex(hex);
    }

    private static boolean isLowerDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    public static PolicyHash of(byte[] digest) {
        return new PolicyHash(HexFormat.of().formatHex(digest));
    }

    static PolicyHash ofText(String canonical) {
        try {
            return of(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public String hex() {
        return hex;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The first eight bytes, where a column is to tell policies apart. */
    public long prefix() {
        return HexFormat.fromHexDigitsToLong(hex, 0, 2 * Long.BYTES);
    }

    /** The first digits, for people. */
    public String brief() {
        return hex.substring(0, SHORT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PolicyHash hash && hex.equals(hash.hex);
    }

    @Override
    public int hashCode() {
        return hex.hashCode();
    }

    @Override
    public String toString() {
        return hex;
    }
}
