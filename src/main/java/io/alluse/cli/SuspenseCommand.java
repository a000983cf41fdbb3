package io.alluse.cli;

import picocli.CommandLine.Command;

/** Money that has left an account which allows no withdrawals. */
@Command(
        name = "suspense",
        description = {
            "Money that has left accounts which allow no withdrawals, until a person says what it was.",
            "",
            "Examples:",
            "  alluse suspense list",
            "  alluse suspense resolve A-000042-COM --as returned --reason \"sent by mistake\"",
            ""
        },
        synopsisSubcommandLabel = "VERB",
        subcommands = {SuspenseListCommand.class, SuspenseResolveCommand.class})
final class SuspenseCommand extends Noun {}
