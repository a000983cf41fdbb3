package io.alluse.vault;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Whose credential it is: the brokerage account's number and its unchanging code, both bound into what is sealed. */
public record SealedFor(long brokerageId, String identity) {

    public SealedFor {
        if (identity.isBlank()) {
            throw new IllegalArgumentException("a credential is sealed for an identity, was blank");
        }
    }

    byte[] aroundValue(String name) {
        return bound("alluse vault 1 value", name);
    }

    byte[] aroundDataKey(String kekId) {
        return bound("alluse vault 1 data key", kekId);
    }

    /** Each text with its length in front, so that no two different bindings are the same bytes. */
    private byte[] bound(String domain, String detail) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, domain);
            out.writeLong(brokerageId);
            write(out, identity);
            write(out, detail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    @Override
    public String toString() {
        return identity;
    }
}
