package io.alluse.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    @TempDir
    private Path dir;

    @Test
    void a_generated_file_is_the_owners_only_and_gives_the_key_it_named() throws IOException {
        Path file = dir.resolve("key");
        String id = Keys.generate(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).matches("[A-Za-z0-9+/]{43}=\\n");
        assertThat(Keys.from(Map.of(Keys.KEY_FILE, file.toString())).currentId())
                .isEqualTo(id)
                .matches("[0-9a-f]{16}");
    }

    @Test
    void a_file_that_is_there_is_never_overwritten() throws IOException {
        Path file = Files.writeString(dir.resolve("key"), "something else");
        assertThatThrownBy(() -> Keys.generate(file))
                .asInstanceOf(type(Fault.class))
                .extracting(Fault::exit)
                .isEqualTo(Exit.CONFLICT);
        assertThat(file).hasContent("something else");
    }

    @Test
    void file_and_environment_give_the_same_key() throws IOException {
        Path file = dir.resolve("key");
        String id = Keys.generate(file);
        String value = Files.readString(file).strip();
        assertThat(Keys.from(Map.of(Keys.KEY, value)).currentId()).isEqualTo(id);
        assertThatThrownBy(() -> Keys.from(Map.of(Keys.KEY, value, Keys.KEY_FILE, file.toString())))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("set one of them");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             MODE      | READ
             rw------- | true
             r-------- | true
             rw-r----- | false
             rw----r-- | false
             rw--w---- | false
             rwx------ | false
             rw-rw-rw- | false
            """, useHeadersInDisplayName = true)
    void only_a_file_of_its_owner_alone_is_read(String mode, boolean read) throws IOException {
        Path file = dir.resolve("key");
        Keys.generate(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        Map<String, String> environment = Map.of(Keys.KEY_FILE, file.toString());
        if (read) {
            assertThat(Keys.from(environment).currentId()).isNotEmpty();
        } else {
            assertThatThrownBy(() -> Keys.from(environment))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("chmod 600 " + file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64, really", "c2hvcnQ=", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void a_value_that_is_no_key_is_refused_without_showing_it(String value) {
        assertThatThrownBy(() -> Keys.from(Map.of(Keys.KEY, value)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(Keys.KEY)
                .hasMessageNotContaining(value)
                .hasNoCause();
    }

    @Test
    void without_any_key_it_says_how_to_make_one() {
        assertThatThrownBy(() -> Keys.from(Map.of()))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("alluse vault keygen --out");
        assertThatThrownBy(() ->
                        Keys.from(Map.of(Keys.KEY_FILE, dir.resolve("none").toString())))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("alluse vault keygen --out " + dir.resolve("none"));
    }

    @Test
    void several_old_keys_still_open() throws DoesNotOpen {
        String first = Keys.generate(dir.resolve("1"));
        String second = Keys.generate(dir.resolve("2"));
        String current = Keys.generate(dir.resolve("3"));
        Keys keys = Keys.from(Map.of(
                Keys.KEY_FILE,
                dir.resolve("3").toString(),
                Keys.OLD_KEY_FILE,
                dir.resolve("1") + File.pathSeparator + dir.resolve("2")));
        assertThat(keys.currentId()).isEqualTo(current);
        assertThat(keys.known(first).id()).isEqualTo(first);
        assertThat(keys.known(second).id()).isEqualTo(second);
        assertThatThrownBy(() -> keys.known("0123456789abcdef")).isInstanceOf(DoesNotOpen.class);
    }

    /** The id is written into rows in plain: it must not be a hash of the key itself, nor change between versions. */
    @Test
    void the_id_is_derived_and_stays() {
        byte[] key = new byte[32];
        assertThat(Keys.from(Map.of(Keys.KEY, Base64.getEncoder().encodeToString(key))))
                .hasToString("keys [" + Kek.of(key).id() + "]");
        assertThat(Kek.of(key).id()).isEqualTo("f60ecd9770942f0a");
    }
}
