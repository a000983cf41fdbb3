package io.alluse.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.fault.Fault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             TYPED       | KEPT
             abc         | abc
             abc\\n      | abc
             abc\\r\\n   | abc
             abc\\n\\n   | abc\\n
             a\\nb\\n    | a\\nb
             ' a '       | ' a '
             naïve €     | naïve €
            """, useHeadersInDisplayName = true)
    void one_newline_at_the_end_is_not_part_of_it(String input, String kept) throws IOException {
        try (Secret secret = Secret.read(in(unescaped(input)))) {
            assertThat(new String(secret.reveal(), StandardCharsets.UTF_8)).isEqualTo(unescaped(kept));
        }
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\r", "\r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n"})
    void nothing_is_not_a_secret(String nothing) {
        assertThatThrownBy(() -> Secret.read(in(nothing)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("1 to 65536 bytes");
    }

    @ParameterizedTest
    @CsvSource({"65536, '', true", "65536, '\r\n', true", "65537, '', false", "65537, '\n', false", "9999999, '', false"
    })
    void at_most_64_kib(int length, String end, boolean accepted) throws IOException {
        String input = "x".repeat(length) + end;
        if (accepted) {
            assertThat(Secret.read(in(input)).reveal()).hasSize(65536);
        } else {
            assertThatThrownBy(() -> Secret.read(in(input))).isInstanceOf(Fault.class);
        }
    }

    @Test
    void typed_characters_become_utf_8_and_are_wiped() {
        char[] typed = "pä€𝄞".toCharArray();
        try (Secret secret = Secret.typed(typed)) {
            assertThat(new String(secret.reveal(), StandardCharsets.UTF_8)).isEqualTo("pä€𝄞");
        }
        assertThat(typed).containsOnly('\0');
    }

    @Test
    void half_a_character_is_refused_instead_of_cut() {
        assertThatThrownBy(() -> Secret.typed(new char[] {'a', '\ud834', 'b'})).isInstanceOf(Fault.class);
    }

    @Test
    void closing_wipes_it() {
        byte[] bytes = {1, 2, 3};
        Secret secret = Secret.taking(bytes);
        secret.close();
        assertThat(bytes).containsOnly(0);
        assertThatThrownBy(secret::reveal).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void it_shows_three_stars_and_cannot_be_serialized() {
        try (Secret secret = Secret.taking(new byte[] {65, 66})) {
            assertThat(secret).hasToString("***");
            assertThat("%s".formatted(secret)).isEqualTo("***");
            assertThatThrownBy(() -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(secret))
                    .isInstanceOf(NotSerializableException.class);
        }
    }

    private static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
