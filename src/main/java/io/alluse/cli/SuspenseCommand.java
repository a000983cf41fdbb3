package io.alluse.cli;

import picocli.CommandLine.Command;

/** Money that has left an account which allows no withdrawals. */
@Command(
        name = "suspense",
        description = "Withdrawals from accounts that allow none.",
        synopsisSubcommandLabel = "VERB",
        subcommands = {})
final class SuspenseCommand extends Noun {}
