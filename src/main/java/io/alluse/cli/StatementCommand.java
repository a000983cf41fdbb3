package io.alluse.cli;

import picocli.CommandLine.Command;

/** Brokers' statements. */
@Command(
        name = "statement",
        description = {
            "What brokers' statements say, and what they are still expected to show.",
            "",
            "Examples:",
            "  alluse statement announcements --overdue",
            ""
        },
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            StatementAnnouncementsCommand.class,
        })
final class StatementCommand extends Noun {}
