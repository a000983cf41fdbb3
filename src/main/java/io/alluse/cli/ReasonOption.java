package io.alluse.cli;

import picocli.CommandLine.Option;

/** Why a person does something; kept in the audit. */
final class ReasonOption {

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "why, at most 500 characters; kept in the audit")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    String text() {
        return reason;
    }
}
