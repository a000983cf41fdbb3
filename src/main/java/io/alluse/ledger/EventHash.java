package io.alluse.ledger;

import java.util.Arrays;
import java.util.HexFormat;

/** The SHA-256 of an event's canonical text. */
public final class EventHash {

    static final int LENGTH = 32;
    public static final EventHash NONE = new EventHash(new byte[LENGTH]);

    private final byte[] bytes;

    private EventHash(byte[] bytes) {
        this.bytes = bytes;
    }

    public static EventHash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has " + LENGTH + " bytes, had " + bytes.length);
        }
        return new EventHash(bytes.clone());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
