package io.alluse.cli;

import picocli.CommandLine.Command;

/** Accounts that have moved into others. */
@Command(
        name = "merge",
        description = {
            "Merges: which accounts have moved into which, what they brought, and how to take one back.",
            "",
            "Examples:",
            "  alluse job run merge-sweep --dry-run",
            "  alluse merge list --state merged",
            "  alluse merge show A-000042-COM-M1",
            "  alluse merge reverse A-000042-COM-M1 --reason \"the family is to stay\"",
            ""
        },
        synopsisSubcommandLabel = "VERB",
        subcommands = {MergeListCommand.class, MergeShowCommand.class, MergeReverseCommand.class})
final class MergeCommand extends Noun {}
