package io.alluse.cli;

import picocli.CommandLine.Command;

/** The accounts: which there are, what they hold, how they came to it. */
@Command(
        name = "account",
        description = {
            "Lists and shows accounts, their forks and their history.",
            "",
            "Examples:",
            "  alluse account list --tier GEN --sort networth --desc",
            "  alluse account show A-000042",
            "  alluse account tree A-000042",
            "  alluse account history A-000042-GEN",
            ""
        },
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            AccountCreateCommand.class,
            AccountListCommand.class,
            AccountShowCommand.class,
            AccountTreeCommand.class,
            AccountHistoryCommand.class,
        })
final class AccountCommand extends Noun {}
