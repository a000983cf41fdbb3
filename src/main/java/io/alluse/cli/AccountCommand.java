package io.alluse.cli;

import picocli.CommandLine.Command;

/** The accounts: which there are, what they hold, how they came to it, and what a person does with them. */
@Command(
        name = "account",
        description = {
            "Lists and shows accounts, their forks and their history; suspends, closes, maps and configures them.",
            "",
            "Examples:",
            "  alluse account list --tier GEN --sort networth --desc",
            "  alluse account show A-000042",
            "  alluse account tree A-000042",
            "  alluse account history A-000042-GEN",
            "  alluse account lots A-000042-GEN",
            "  alluse account sizing A-000042-GEN",
            "  alluse account suspend A-000042-COM --reason \"withdrawal to be explained\"",
            "  alluse account map --requests --out requests.csv",
            "  alluse account configure A-000042 --overlay conservative --preview",
            ""
        },
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            AccountCreateCommand.class,
            AccountListCommand.class,
            AccountShowCommand.class,
            AccountTreeCommand.class,
            AccountHistoryCommand.class,
            AccountLotsCommand.class,
            AccountSizingCommand.class,
            AccountStateCommand.Suspend.class,
            AccountStateCommand.Resume.class,
            AccountStateCommand.Close.class,
            AccountStateCommand.Recover.class,
            AccountMapCommand.class,
            AccountConfigureCommand.class,
        })
final class AccountCommand extends Noun {}
