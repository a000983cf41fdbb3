package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a process of its own: the log is configured once per process. */
class LogFormatTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             OPTION | ENVIRONMENT | LINE
             ''     | ''          | \\d{4}-\\d\\d-\\d\\dT.* WARN  Logs account=A-000001-GEN run=7: value \\*\\*\\*
             ''     | json        | \\{.*"level":"WARN".*"mdc":\\s*\\{"run":"7","account":"A-000001-GEN"\\},.*value \\*\\*\\*.*\\}
             json   | text        | \\{.*"level":"WARN".*
             text   | json        | .* WARN  Logs account=A-000001-GEN run=7: value \\*\\*\\*
            """, useHeadersInDisplayName = true)
    void option_beats_environment_beats_text(String option, String environment, String line) throws Exception {
        ProcessBuilder process = java(Logs.class, option);
        process.environment().remove("ALLUSE_LOG");
        if (!environment.isEmpty()) {
            process.environment().put("ALLUSE_LOG", environment);
        }
        assertThat(output(process)).hasSize(1).first().asString().matches(line);
    }

    @Test
    void help_loads_neither_log_nor_spring() throws Exception {
        ProcessBuilder process = new ProcessBuilder(
                javaProgram(),
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--help");
        assertThat(output(process))
                .noneMatch(line -> line.contains(" ch.qos.logback."))
                .noneMatch(line -> line.contains(" org.springframework."));
    }

    private static ProcessBuilder java(Class<?> main, String word) {
        return new ProcessBuilder(javaProgram(), "-cp", System.getProperty("java.class.path"), main.getName(), word);
    }

    private static String javaProgram() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static List<String> output(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return text.lines().toList();
    }
}
