package io.alluse.cli;

import io.alluse.fault.Fault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Why a person does something; kept in the audit, so that a rehearsal needs none. */
final class ReasonOption {

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "why, at most 500 characters; kept in the audit; required where something is changed")
    @Nullable
    private String reason;

    String text() {
        if (reason == null) {
            throw Fault.usage("--reason TEXT is missing: why is it done? It is kept in the audit");
        }
        return reason;
    }
}
