package io.alluse.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.fault.Fault;
import io.alluse.notification.Channel.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelFileTest {

    @TempDir
    private Path home;

    private List<Channel> read(String text) throws IOException {
        Files.writeString(home.resolve("notifications.yaml"), text);
        return ChannelFile.read(null, home);
    }

    @Test
    void without_a_file_there_are_no_channels_but_one_that_is_named_must_be_there() {
        assertThat(ChannelFile.read(null, home)).isEmpty();
        assertThatThrownBy(() -> ChannelFile.read(home.resolve("other.yaml"), home))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("other.yaml: cannot be read");
    }

    @Test
    void the_channels_of_the_documentation_are_read() throws IOException {
        String document = Files.readString(Path.of("docs/notifications.md"));
        String example =
                document.substring(document.indexOf("```yaml\n") + 8, document.indexOf("```\n\nAn unknown key"));
        Set<NoticeKind> all = EnumSet.allOf(NoticeKind.class);
        assertThat(read(example))
                .containsExactlyInAnyOrder(
                        new Channel("log", all, new Way.ToFile(home.resolve("log/notifications.log"))),
                        new Channel(
                                "pager",
                                Set.of(NoticeKind.RUN_FAILED, NoticeKind.RUN_ABANDONED, NoticeKind.DEADLINE_MISSED),
                                new Way.ToCommand(
                                        List.of("/usr/local/bin/page-oncall", "--team", "ledger"),
                                        Duration.ofSeconds(10))),
                        new Channel("screen", all, new Way.ToOutput()));
    }

    @Test
    void every_kind_is_in_the_documentation() throws IOException {
        assertThat(Files.readAllLines(Path.of("docs/notifications.md")).stream()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.split("`")[1]))
                .containsExactlyElementsOf(NoticeKind.words());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
             TEXT                                                            | PROBLEM
             ~~                                                              | channels is missing
             channels: 7                                                     | channels must hold keys and values
             channels: {}                                                    | channels must name at least one channel
             {channels: {a: {to: stdout}}, chanels: 1}                       | chanels is an unknown key, did you mean `channels`?
             channels: {a b: {to: stdout}}                                   | channels.a b is not a name
             channels: {a: }                                                 | channels.a has no value
             channels: {a: {}}                                               | channels.a.to is missing
             channels: {a: {to: mail}}                                       | channels.a.to must be file, stdout or command, found mail
             channels: {a: {to: file}}                                       | channels.a.file is missing
             channels: {a: {to: stdout, file: x}}                            | channels.a.file is an unknown key
             channels: {a: {to: command, command: page}}                     | channels.a.command must be a list of words
             channels: {a: {to: command, command: []}}                       | channels.a.command must be a list
             channels: {a: {to: command, command: [x], timeout: soon}}       | channels.a.timeout is not a time
             channels: {a: {to: command, command: [x], timeout: 2h}}         | channels.a.timeout must be from 1.0 s to 1m 00s, found 2h
             channels: {a: {to: stdout, kinds: [run-faild]}}                 | channels.a.kinds must be of run-failed,
             channels: {a: {to: stdout}, a: {to: stdout}}                    | is not YAML: line 1: found duplicate key a
             channels: [                                                     | is not YAML
             channels: !!java.io.File {a: x}                                 | is not YAML
            """, useHeadersInDisplayName = true)
    void what_is_wrong_is_told_with_file_and_key(String text, String problem) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("notifications.yaml")
                .hasMessageContaining(problem);
    }
}
