package io.alluse.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM in one envelope: version, 96 random bits, ciphertext, 128 bits of tag. */
final class Gcm {

    static final byte VERSION = 1;
    static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int NONCE_END = 1 + NONCE_BYTES;
    /** What an envelope adds to the length of its content. */
    static final int OVERHEAD = NONCE_END + TAG_BYTES;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Gcm() {}

    static byte[] newKey() {
        return random(KEY_BYTES);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static byte[] seal(byte[] key, byte[] content, byte[] bound) {
        byte[] nonce = random(NONCE_BYTES);
        byte[] envelope = new byte[content.length + OVERHEAD];
        envelope[0] = VERSION;
        System.arraycopy(nonce, 0, envelope, 1, NONCE_BYTES);
        try {
            cipher(Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(content, 0, content.length, envelope, NONCE_END);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not at hand", e);
        }
        return envelope;
    }

    /** Empty when anything at all is not as it was sealed. */
    static Optional<byte[]> open(byte[] key, byte[] envelope, byte[] bound) {
        if (envelope.length < OVERHEAD || envelope[0] != VERSION) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOfRange(envelope, 1, NONCE_END);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce, bound)
                    .doFinal(envelope, NONCE_END, envelope.length - NONCE_END));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not at hand", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }
}
