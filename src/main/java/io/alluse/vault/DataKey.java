package io.alluse.vault;

import io.alluse.vault.DoesNotOpen.Why;
import java.util.Arrays;

/** The key of one brokerage account's credentials; exists in memory only while one of them is sealed or opened. */
final class DataKey implements AutoCloseable {

    private final byte[] key;

    private DataKey(byte[] key) {
        this.key = key;
    }

    static DataKey random() {
        return new DataKey(Gcm.newKey());
    }

    static DataKey unwrap(Kek kek, SealedFor account, byte[] wrapped) throws DoesNotOpen {
        return new DataKey(Gcm.open(kek.key(), wrapped, account.aroundDataKey(kek.id()))
                .orElseThrow(() -> new DoesNotOpen(Why.DATA_KEY)));
    }

    byte[] wrap(Kek kek, SealedFor account) {
        return Gcm.seal(kek.key(), key, account.aroundDataKey(kek.id()));
    }

    byte[] seal(SealedFor account, String name, Secret secret) {
        byte[] content = secret.reveal();
        try {
            return Gcm.seal(key, content, account.aroundValue(name));
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    Secret open(SealedFor account, String name, byte[] sealed) throws DoesNotOpen {
        return Secret.taking(
                Gcm.open(key, sealed, account.aroundValue(name)).orElseThrow(() -> new DoesNotOpen(Why.VALUE)));
    }

    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
    }

    @Override
    public String toString() {
        return "***";
    }
}
