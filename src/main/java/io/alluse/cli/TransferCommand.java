package io.alluse.cli;

import picocli.CommandLine.Command;

/** Money that moves between accounts of one main account. */
@Command(
        name = "transfer",
        description = {
            "Transfers between accounts of one main account: proposed by the job funding, decided and made by people.",
            "",
            "Examples:",
            "  alluse transfer list",
            "  alluse transfer execute 7",
            "  alluse transfer decline 7 --reason \"the split changes next month\"",
            "  alluse transfer make A-000042-REV A-000042-GEN 25000 --reason \"more for the generator\"",
            ""
        },
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            TransferListCommand.class,
            TransferShowCommand.class,
            TransferMakeCommand.class,
            TransferDecideCommand.Execute.class,
            TransferDecideCommand.Decline.class,
        })
final class TransferCommand extends Noun {}
