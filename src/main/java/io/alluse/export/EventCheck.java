package io.alluse.export;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The last event of each partition in a few letters: tells a cursor from another ledger, or from one that was restored. */
final class EventCheck {

    private static final int BYTES = 8;

    static final String NOTHING = "0".repeat(2 * BYTES);

    private EventCheck() {}

    /** Of the hashes of these events; empty where there is none. */
    static String of(List<byte[]> hashes) {
        if (hashes.stream().allMatch(hash -> hash.length == 0)) {
            return NOTHING;
        }
        MessageDigest digest = sha256();
        for (byte[] hash : hashes) {
            digest.update((byte) hash.length);
            digest.update(hash);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
