package io.alluse.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of commands that change something by a person's decision. */
final class ChangeOptions {

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private GlobalOptions global;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, for the audit")
    @Nullable
    private String reason;

    GlobalOptions global() {
        return global;
    }

    @Nullable
    String reason() {
        return reason;
    }
}
