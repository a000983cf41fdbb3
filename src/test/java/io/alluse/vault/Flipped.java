package io.alluse.vault;

/** Damage for tests. */
final class Flipped {

    private Flipped() {}

    static byte[] bit(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
        return flipped;
    }
}
