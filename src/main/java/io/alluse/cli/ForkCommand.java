package io.alluse.cli;

import picocli.CommandLine.Command;

/** Accounts that have opened others. */
@Command(
        name = "fork",
        description = {
            "Forks: which there have been, what they opened, and how to take one back whose mapping fails.",
            "",
            "Examples:",
            "  alluse job run fork-sweep --dry-run",
            "  alluse fork list --state awaiting",
            "  alluse fork show A-000042-GEN-1",
            "  alluse fork reverse A-000042-GEN-1 --reason \"the broker declines the account\"",
            ""
        },
        synopsisSubcommandLabel = "VERB",
        subcommands = {ForkListCommand.class, ForkShowCommand.class, ForkReverseCommand.class})
final class ForkCommand extends Noun {}
