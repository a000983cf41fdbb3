package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine;

class PolicyCommandTest {

    private static final Path STANDARD = Path.of("jobs/policies/standard.yaml");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             COMMAND                                        | EXIT | OUT                                    | ERR
             policy                                         | 0    | Usage: alluse policy                   | ''
             policy --help                                  | 0    | alluse policy diff standard constitution | ''
             policy list                                    | 0    | 1eff5cb7ed24  Capital 20/30/50        | ''
             policy list                                    | 0    | Split 30/50/20. | ''
             policy list --quiet                            | 0    | constitution                           | ''
             policy show standard                           | 0    | '    split: 20'                        | ''
             policy show standard --overlay growth-focused  | 0    | '    split: 25'                        | ''
             policy show standard --quiet                   | 0    | 1eff5cb7ed24                           | ''
             policy show standrd                            | 5    | ''                                     | alluse: unknown policy `standrd`, did you mean `standard`?
             policy show standard --overlay moderat         | 5    | ''                                     | alluse: unknown overlay `moderat`, did you mean `moderate`?
             policy show                                    | 2    | ''                                     | Missing required parameter
             policy shw                                     | 2    | ''                                     | did you mean
             policy check nowhere.yaml                      | 5    | ''                                     | alluse: nowhere.yaml: no such file
             policy check jobs/policies/standard.yaml       | 0    | jobs/policies/standard.yaml: ok        | ''
             policy check jobs/policies/overlays/balanced.yaml | 0 | jobs/policies/overlays/balanced.yaml: ok | ''
             policy diff standard screenplay                | 0    | tiers.GEN.split      20        40      | ''
             policy diff standard standard                  | 0    | standard and standard say the same     | ''
             policy diff standard standard --overlay-b conservative | 0 | standard with conservative        | ''
             policy diff standard nobody                    | 5    | ''                                     | unknown policy `nobody`
             policy list --jobs nowhere                     | 5    | ''                                     | nowhere holds no policies
            """)
    void each_verb_answers_on_stdout_and_complains_on_stderr(
            String command, int exit, String answer, String complaint) {
        assertThat(run(command.split(" "))).isEqualTo(exit);
        assertThat(out.toString()).contains(answer);
        assertThat(err.toString()).contains(complaint);
        assertThat(err.toString().isEmpty()).isEqualTo(complaint.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policy list --json",
                "policy show constitution --json",
                "policy show constitution --overlay aggressive --json",
                "policy check jobs/policies/standard.yaml --json",
                "policy diff standard constitution --json"
            })
    void json_is_one_object_and_nothing_else(String command) {
        assertThat(run(command.split(" "))).isZero();
        assertThat(out.toString()).startsWith("{").endsWith("}" + System.lineSeparator());
        // JSON is YAML
        Map<String, Object> answer = new Yaml(new SafeConstructor(new LoaderOptions())).load(out.toString());
        assertThat(answer).isNotEmpty();
    }

    @Test
    void every_problem_of_every_file_is_a_line_and_the_exit_is_2() throws IOException {
        Path one = write("one.yaml", "buffer: 5 ", "buffer: 105 ");
        Path two = write("two.yaml", "split: 20", "split: 21");

        assertThat(run("policy", "check", one.toString(), STANDARD.toString(), two.toString()))
                .isEqualTo(2);

        assertThat(err.toString().lines())
                .hasSize(2)
                .allMatch(line -> line.matches(".*(one|two)\\.yaml:[0-9]+:[0-9]+: [a-zA-Z.]+: must .* \\(found .*\\)"));
        assertThat(out.toString().lines()).containsExactly(STANDARD + ": ok");
    }

    @Test
    void in_json_the_problems_are_told_with_line_and_key() throws IOException {
        Path one = write("one.yaml", "buffer: 5 ", "buffer: 105 ");

        assertThat(run("policy", "check", "--json", one.toString())).isEqualTo(2);

        assertThat(out.toString())
                .contains("\"ok\":false")
                .contains("\"key\":\"buffer\"")
                .contains("\"found\":\"105\"");
    }

    @Test
    void what_show_prints_is_a_policy_file() throws IOException {
        run("policy", "show", "constitution");
        Path saved = Files.writeString(directory.resolve("constitution.yaml"), out.toString());

        assertThat(run("policy", "check", saved.toString())).isZero();
    }

    @Test
    void a_directory_can_stand_instead_of_what_is_shipped() throws IOException {
        Path policies = Files.createDirectory(directory.resolve("policies"));
        Files.writeString(
                policies.resolve("mine.yaml"), Files.readString(STANDARD).replace("name: standard", "name: mine"));

        assertThat(run("policy", "list", "--jobs", directory.toString())).isZero();

        assertThat(out.toString()).contains("mine").doesNotContain("standard ", "OVERLAY");
    }

    private Path write(String file, String text, String by) throws IOException {
        return Files.writeString(
                directory.resolve(file), Files.readString(STANDARD).replace(text, by));
    }

    private int run(String... args) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }
}
