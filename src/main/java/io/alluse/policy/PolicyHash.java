package io.alluse.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of what a policy means, as 64 hexadecimal digits: comments and order of keys do not count. */
public record PolicyHash(String hex) {

    private static final int SHORT = 12;

    public PolicyHash {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a policy hash has 64 hexadecimal digits, was " + hex);
        }
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

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
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
    public String toString() {
        return hex;
    }
}
