package io.alluse.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataKeyTest {

    private static final SealedFor ACCOUNT = new SealedFor(42, "A-000042-GEN");
    private static final String NAME = "api-key";
    private final Kek kek = Kek.of(Gcm.newKey());

    private static Secret secret() {
        return Secret.taking("open sesame".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_value_comes_back_by_the_unwrapped_key() throws DoesNotOpen {
        byte[] wrapped;
        byte[] sealed;
        try (DataKey key = DataKey.random();
                Secret secret = secret()) {
            wrapped = key.wrap(kek, ACCOUNT);
            sealed = key.seal(ACCOUNT, NAME, secret);
        }
        try (DataKey key = DataKey.unwrap(kek, ACCOUNT, wrapped);
                Secret opened = key.open(ACCOUNT, NAME, sealed)) {
            assertThat(opened).isEqualTo(secret());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             ID | IDENTITY     | NAME     | OPENS
             42 | A-000042-GEN | api-key  | true
             43 | A-000042-GEN | api-key  | false
             42 | A-000042-REV | api-key  | false
             42 | A-000042-GEN | api-key2 | false
             42 | A-000042-GE  | Napi-key | false
            """, useHeadersInDisplayName = true)
    void a_value_opens_only_where_it_was_sealed(long id, String identity, String name, boolean opens)
            throws DoesNotOpen {
        try (DataKey key = DataKey.random();
                Secret secret = secret()) {
            byte[] sealed = key.seal(ACCOUNT, NAME, secret);
            SealedFor there = new SealedFor(id, identity);
            if (opens) {
                assertThat(key.open(there, name, sealed)).isEqualTo(secret);
            } else {
                assertThatThrownBy(() -> key.open(there, name, sealed)).isInstanceOf(DoesNotOpen.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"43, A-000042-GEN", "42, A-000042-REV"})
    void a_wrapped_key_opens_for_no_other_account(long id, String identity) {
        byte[] wrapped = DataKey.random().wrap(kek, ACCOUNT);
        assertThatThrownBy(() -> DataKey.unwrap(kek, new SealedFor(id, identity), wrapped))
                .isInstanceOf(DoesNotOpen.class);
    }

    @Test
    void another_vault_key_does_not_unwrap() {
        byte[] wrapped = DataKey.random().wrap(kek, ACCOUNT);
        assertThatThrownBy(() -> DataKey.unwrap(Kek.of(Gcm.newKey()), ACCOUNT, wrapped))
                .isInstanceOf(DoesNotOpen.class);
    }

    @Test
    void another_data_key_does_not_open() {
        try (Secret secret = secret()) {
            byte[] sealed = DataKey.random().seal(ACCOUNT, NAME, secret);
            assertThatThrownBy(() -> DataKey.random().open(ACCOUNT, NAME, sealed))
                    .isInstanceOf(DoesNotOpen.class);
        }
    }

    @Test
    void any_flipped_bit_of_the_value_or_of_the_wrapped_key_does_not_open() {
        DataKey key = DataKey.random();
        byte[] wrapped = key.wrap(kek, ACCOUNT);
        byte[] sealed = key.seal(ACCOUNT, NAME, secret());
        for (int bit = 0; bit < wrapped.length * Byte.SIZE; bit++) {
            byte[] flipped = Flipped.bit(wrapped, bit);
            assertThatThrownBy(() -> DataKey.unwrap(kek, ACCOUNT, flipped)).isInstanceOf(DoesNotOpen.class);
        }
        for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
            byte[] flipped = Flipped.bit(sealed, bit);
            assertThatThrownBy(() -> key.open(ACCOUNT, NAME, flipped)).isInstanceOf(DoesNotOpen.class);
        }
    }

    @Test
    void what_is_thrown_says_the_same_whatever_was_sealed_and_carries_nothing() {
        assertThatThrownBy(() -> DataKey.unwrap(kek, ACCOUNT, new byte[61]))
                .hasMessage("its data key does not open: wrong key, another account's row, or altered")
                .hasNoCause()
                .extracting(thrown -> thrown.getStackTrace().length)
                .isEqualTo(0);
    }

    @Test
    void keys_do_not_show_themselves() {
        assertThat(DataKey.random()).hasToString("***");
        assertThat(kek).hasToString("key " + kek.id());
    }
}
