package io.alluse.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GcmTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] BOUND = "bound".getBytes(StandardCharsets.UTF_8);

    /** Test cases 14 to 16 of the specification of GCM (McGrew and Viega), the ones with keys of 256 bits. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             00000000 | 0000000000000000 | 000000000000000000000000 | '' | 00000000000000000000000000000000 | cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919
             feffe992 | 8665731c6d6a8f94 | cafebabefacedbaddecaf888 | '' | d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255 | 522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015adb094dac5d93471bdec1a502270e3cc6c
             feffe992 | 8665731c6d6a8f94 | cafebabefacedbaddecaf888 | feedfacedeadbeeffeedfacedeadbeefabaddad2 | d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39 | 522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b
            """)
    void opens_what_others_sealed_by_the_standard(
            String keyStart, String keyRest, String nonce, String bound, String content, String sealed) {
        byte[] key = HEX.parseHex(key(keyStart, keyRest));
        byte[] envelope = HEX.parseHex("01" + nonce + sealed);
        assertThat(Gcm.open(key, envelope, HEX.parseHex(bound))).hasValue(HEX.parseHex(content));
    }

    private static String key(String start, String rest) {
        return start.equals("00000000") ? "00".repeat(32) : (start + rest + "67308308").repeat(2);
    }

    @Test
    void every_sealing_has_its_own_nonce() {
        byte[] key = Gcm.newKey();
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            nonces.add(HEX.formatHex(Gcm.seal(key, BOUND, BOUND), 1, 13));
        }
        assertThat(nonces).hasSize(1000);
    }

    @Test
    void any_flipped_bit_does_not_open() {
        byte[] key = Gcm.newKey();
        byte[] envelope = Gcm.seal(key, "the content".getBytes(StandardCharsets.UTF_8), BOUND);
        for (int bit = 0; bit < envelope.length * Byte.SIZE; bit++) {
            assertThat(Gcm.open(key, Flipped.bit(envelope, bit), BOUND))
                    .as("bit " + bit)
                    .isEmpty();
        }
        assertThat(Gcm.open(key, envelope, BOUND)).isPresent();
    }

    @Test
    void a_part_does_not_open() {
        byte[] key = Gcm.newKey();
        byte[] envelope = Gcm.seal(key, "the content".getBytes(StandardCharsets.UTF_8), BOUND);
        for (int length = 0; length < envelope.length; length++) {
            assertThat(Gcm.open(key, Arrays.copyOf(envelope, length), BOUND)).isEmpty();
        }
    }
}
