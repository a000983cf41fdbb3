package io.alluse.notification;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Where notifications go, known by its name: a new name is told what happens from then on. */
public record Channel(String name, Set<NoticeKind> kinds, Way way) {

    public Channel {
        kinds = Set.copyOf(kinds);
    }

    /** How it is told. */
    public sealed interface Way {

        /** A line each, appended. */
        record ToFile(Path file) implements Way {}

        /** A line each, to standard output. */
        record ToOutput() implements Way {}

        /** A process each, which finds the message as JSON on its standard input and has so much time. */
        record ToCommand(List<String> words, Duration timeout) implements Way {

            public ToCommand {
                words = List.copyOf(words);
            }
        }
    }
}
