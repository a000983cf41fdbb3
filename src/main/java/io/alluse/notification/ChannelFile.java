package io.alluse.notification;

import io.alluse.fault.Fault;
import io.alluse.notification.Channel.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads strictly which channels there are. */
public final class ChannelFile {

    private static final String NAME = "notifications.yaml";
    private static final int MOST_BYTES = 64 * 1024;

    private final Path file;
    private final Path home;

    private ChannelFile(Path file, Path home) {
        this.file = file;
        this.home = home;
    }

    /** A file that is named must be there; without one in the home there are no channels, and nobody is told anything. */
    public static List<Channel> read(@Nullable Path named, Path home) {
        Path file = named == null ? home.resolve(NAME) : named;
        if (named == null && Files.notExists(file)) {
            return List.of();
        }
        return new ChannelFile(file, home).channels();
    }

    private List<Channel> channels() {
        Keys all = Keys.of(file.toString(), "", parsed());
        Keys channels = all.below("channels");
        all.nothingElse(Set.of("channels"));
        List<Channel> read = channels.names().stream()
                .map(name -> channel(name, channels.below(name)))
                .toList();
        if (read.isEmpty()) {
            throw channels.wrong("", "must name at least one channel");
        }
        return read;
    }

    private Object parsed() {
        LoaderOptions limits = new LoaderOptions();
        limits.setAllowDuplicateKeys(false);
        limits.setMaxAliasesForCollections(0);
        limits.setNestingDepthLimit(5);
        limits.setCodePointLimit(MOST_BYTES);
        try {
            Object read = new Yaml(new SafeConstructor(limits)).load(Files.readString(file));
            return Optional.ofNullable(read).orElse(Map.of());
        } catch (IOException e) {
            throw Fault.usage(file + ": cannot be read: " + Fault.reason(e), e);
        } catch (MarkedYAMLException e) {
            String line = e.getProblemMark() == null
                    ? ""
                    : "line " + (e.getProblemMark().getLine() + 1) + ": ";
            throw Fault.usage(file + ": is not YAML: " + line + e.getProblem(), e);
        } catch (YAMLException e) {
            throw Fault.usage(file + ": is not YAML: " + Fault.reason(e), e);
        }
    }

    private Channel channel(String name, Keys keys) {
        if (!name.matches("[A-Za-z][A-Za-z0-9-]*")) {
            throw keys.wrong("", "is not a name: letters, digits and -");
        }
        return new Channel(name, kinds(keys), way(keys));
    }

    private Way way(Keys keys) {
        String to = keys.word("to").orElseThrow(() -> keys.wrong("to", "is missing: file, stdout or command"));
        return switch (to) {
            case "file" -> {
                keys.nothingElse(Set.of("to", "kinds", "file"));
                yield new Way.ToFile(home.resolve(
                        keys.word("file").orElseThrow(() -> keys.wrong("file", "is missing: the file to write to"))));
            }
            case "stdout" -> {
                keys.nothingElse(Set.of("to", "kinds"));
                yield new Way.ToOutput();
            }
            case "command" -> {
                keys.nothingElse(Set.of("to", "kinds", "command", "timeout"));
                yield new Way.ToCommand(command(keys), timeout(keys));
            }
            default -> throw keys.wrong("to", "must be file, stdout or command, found " + to);
        };
    }

    private static List<String> command(Keys keys) {
        return keys.list("command")
                .filter(words -> !words.isEmpty() && !words.getFirst().isBlank())
                .orElseThrow(() -> keys.wrong("command", "must be a list: the program and its arguments"));
    }

    private static Duration timeout(Keys keys) {
        return keys.duration("timeout", Duration.ofSeconds(1), Duration.ofMinutes(1))
                .orElse(Duration.ofSeconds(10));
    }

    private static Set<NoticeKind> kinds(Keys keys) {
        EnumSet<NoticeKind> kinds = EnumSet.noneOf(NoticeKind.class);
        for (String word : keys.list("kinds").orElse(NoticeKind.words())) {
            kinds.add(NoticeKind.ofWord(word)
                    .orElseThrow(() -> keys.wrong(
                            "kinds", "must be of " + String.join(", ", NoticeKind.words()) + ", found " + word)));
        }
        return kinds;
    }
}
