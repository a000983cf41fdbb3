package io.alluse.cli;

import picocli.CommandLine.Command;

/** What people are told without asking. */
@Command(
        name = "notification",
        description = {
            "What people are told without asking: failures, set-asides, missed deadlines, reviews, breaks, alerts.",
            "",
            "Examples:",
            "  alluse notification list",
            "  alluse notification tell",
            "  alluse notification test --notify notifications.yaml",
            ""
        },
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            NotificationListCommand.class,
            NotificationTellCommand.class,
            NotificationTestCommand.class,
        })
final class NotificationCommand extends Noun {}
