package io.alluse.cli;

import picocli.CommandLine.Command;

/** Money that moves between accounts of one main account. */
@Command(
        name = "transfer",
        description = "Transfers between accounts of one main account.",
        synopsisSubcommandLabel = "VERB",
        subcommands = {})
final class TransferCommand extends Noun {}
