package io.alluse.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyBookTest {

    @TempDir
    private Path jobs;

    @BeforeEach
    void a_directory_with_one_policy_and_one_overlay() throws IOException {
        Files.createDirectories(jobs.resolve("policies/overlays"));
        write("policies/mine.yaml", Shipped.text("standard.yaml").replace("name: standard", "name: mine"));
        write(
                "policies/overlays/more-cash.yaml",
                "name: more-cash\nversion: 1\ndescription: More cash.\nset: {buffer: 9}\n");
    }

    @Test
    void a_directory_stands_instead_of_what_is_shipped() {
        PolicyBook book = PolicyBook.of(jobs);

        assertThat(book.names()).containsExactly("mine");
        assertThat(book.overlayNames()).containsExactly("more-cash");
        assertThat(book.policy("mine", List.of("more-cash")).values()).containsEntry("buffer", "9");
    }

    @Test
    void asking_for_one_policy_reads_no_other() throws IOException {
        write("policies/broken.yaml", "nonsense");

        assertThat(PolicyBook.of(jobs).policy("mine").name()).isEqualTo("mine");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             standrd       | unknown policy `standrd`, did you mean `standard`?; there are: constitution, screenplay, standard
             zzz           | unknown policy `zzz`; there are: constitution, screenplay, standard
             ../x          | unknown policy `../x`; there are: constitution, screenplay, standard
             overlays/x    | unknown policy `overlays/x`; there are: constitution, screenplay, standard
             Standard      | unknown policy `Standard`, did you mean `standard`?; there are: constitution, screenplay, standard
            """)
    void an_unknown_name_is_not_found_and_near_ones_are_offered(String name, String message) {
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> Shipped.BOOK.policy(name))
                .withMessage(message)
                .satisfies(fault -> assertThat(fault.exit()).isEqualTo(Exit.NOT_FOUND));
    }

    @Test
    void a_file_is_called_as_its_policy_is() throws IOException {
        write("policies/yours.yaml", Shipped.text("standard.yaml"));

        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> PolicyBook.of(jobs).policy("yours"))
                .withMessage("yours.yaml: name: must be yours as the file is called (found standard);"
                        + " rename the file or the policy");
    }

    @Test
    void a_directory_without_policies_is_told() {
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> PolicyBook.of(jobs.resolve("policies")).names())
                .withMessageEndingWith("holds no policies: it needs a folder `policies` with one NAME.yaml each")
                .satisfies(fault -> assertThat(fault.exit()).isEqualTo(Exit.NOT_FOUND));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             OVERLAY                                                      | PROBLEM
             name: x⏎version: 1⏎description: y⏎set: {bufer: 9}         | o.yaml:4:14: bufer: unknown key, did you mean `buffer`? (found 9)
             name: x⏎version: 1⏎description: y⏎set: {buffer: 100}      | o.yaml:4:15: buffer: must be a percentage from 0 to 99.9999, below 100 (found 100)
             name: x⏎version: 1⏎description: y⏎set: {version: 2}       | o.yaml:4:16: version: belongs to the policy and cannot be overridden (found 2)
             name: x⏎version: 1⏎description: y⏎set: 5                  | o.yaml:4:6: set: must have keys of a policy below it, or {} (found 5)
             name: x⏎version: 1⏎description: y⏎set: {}⏎buffer: 9      | o.yaml:5:9: buffer: belongs below `set` (found 9)
             name: x⏎version: 1⏎description: y⏎set: {}⏎other: 9       | o.yaml:5:8: other: unknown key (found 9)
             name: x⏎version: 1⏎set: {}                                 | o.yaml:1:1: description: is missing
             name: x⏎version: 1⏎description: y⏎set: {tiers: {GEN: {split: 30}}} | o.yaml on constitution: tiers.GEN.split: must add up with tiers.REV.split and tiers.COM.split to 100, adds up to 90 (found 30)
            """)
    void a_wrong_overlay_is_told_with_file_line_and_key(String overlay, String problem) {
        byte[] text = overlay.replace("⏎", "\n").getBytes(StandardCharsets.UTF_8);

        assertThat(Shipped.BOOK.problems("o.yaml", text)).first().hasToString(problem);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(jobs.resolve(file), text);
    }
}
