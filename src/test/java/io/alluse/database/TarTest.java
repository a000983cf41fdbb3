package io.alluse.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TarTest {

    @TempDir
    Path target;

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
         NAME            | KIND | LINK          | REASON
         ../out          | 0    | -             | leads out of it
         a/../../out     | 0    | -             | leads out of it
         /etc/out        | 0    | -             | leads out of it
         ..              | 5    | -             | leads out of it
         lib/link        | 2    | ../../out     | leads out of it
         lib/link        | 2    | /etc/passwd   | leads out of it
         pipe            | 6    | -             | an entry of unknown kind
        """, useHeadersInDisplayName = true)
    void an_archive_cannot_reach_out_of_its_directory(String name, char kind, String link, String reason)
            throws IOException {
        byte[] archive = archive(entry(name, kind, link == null ? "" : link, "x"));
        assertThatThrownBy(() -> Tar.unpack(new ByteArrayInputStream(archive), target.resolve("in")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(reason);
        assertThat(target.resolve("out")).doesNotExist();
    }

    @Test
    void files_links_and_modes_arrive() throws IOException {
        byte[] archive = archive(entry("bin/run", '0', "", "hello".repeat(200)), entry("bin/other", '2', "run", ""));
        Tar.unpack(new ByteArrayInputStream(archive), target);
        assertThat(target.resolve("bin/other")).hasContent("hello".repeat(200));
        assertThat(Files.isExecutable(target.resolve("bin/run"))).isTrue();
    }

    @Test
    void a_damaged_archive_is_noticed() throws IOException {
        byte[] archive = archive(entry("file", '0', "", "hello"));
        byte[] cut = java.util.Arrays.copyOf(archive, 515);
        assertThatThrownBy(() -> Tar.unpack(new ByteArrayInputStream(cut), target))
                .hasMessageContaining("cut off");
        archive[3] ^= 1;
        assertThatThrownBy(() -> Tar.unpack(new ByteArrayInputStream(archive), target))
                .hasMessageContaining("wrong check sum");
    }

    private static byte[] archive(byte[]... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            out.write(entry);
        }
        out.write(new byte[1024]);
        return out.toByteArray();
    }

    private static byte[] entry(String name, char kind, String link, String content) {
        byte[] body = kind == '0' ? content.getBytes(StandardCharsets.UTF_8) : new byte[0];
        byte[] entry = new byte[512 + (body.length + 511) / 512 * 512];
        put(entry, 0, name);
        put(entry, 100, "0000755");
        put(entry, 124, "%011o".formatted(body.length));
        put(entry, 148, "        ");
        entry[156] = (byte) kind;
        put(entry, 157, link);
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += entry[i];
        }
        put(entry, 148, "%06o".formatted(sum));
        entry[154] = 0;
        System.arraycopy(body, 0, entry, 512, body.length);
        return entry;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
