package io.alluse.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The key that wraps data keys, kept outside the database. What is given serves only to derive two values: the key that wraps,
 * and the name by which rows say which key wrapped them.
 */
final class Kek {

    private static final int ID_BYTES = 8;

    private final String id;
    private final byte[] key;

    private Kek(String id, byte[] key) {
        this.id = id;
        this.key = key;
    }

    static Kek of(byte[] given) {
        if (given.length != Gcm.KEY_BYTES) {
            throw new IllegalArgumentException("a vault key has " + Gcm.KEY_BYTES + " bytes, was " + given.length);
        }
        byte[] id = derived(given, "alluse vault 1 key id", ID_BYTES);
        return new Kek(HexFormat.of().formatHex(id), derived(given, "alluse vault 1 wrapping key", Gcm.KEY_BYTES));
    }

    private static byte[] derived(byte[] given, String purpose, int length) {
        byte[] info = purpose.getBytes(StandardCharsets.US_ASCII);
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract().addIKM(given).thenExpand(info, length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF-SHA256 is not at hand", e);
        }
    }

    String id() {
        return id;
    }

    byte[] key() {
        return key;
    }

    @Override
    public String toString() {
        return "key " + id;
    }
}
