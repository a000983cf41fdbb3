package io.alluse.cli;

import picocli.CommandLine.Command;

/** What a person should know and do. */
@Command(
        name = "alert",
        description = {
            "What jobs have found that a person should know, each with the command to give next.",
            "",
            "Examples:",
            "  alluse alert list",
            "  alluse alert show 7",
            "  alluse alert acknowledge 7 --reason \"the owner pays in on Monday\"",
            ""
        },
        synopsisSubcommandLabel = "VERB",
        subcommands = {AlertListCommand.class, AlertShowCommand.class, AlertAcknowledgeCommand.class})
final class AlertCommand extends Noun {}
