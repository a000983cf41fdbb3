package io.alluse.cli;

import picocli.CommandLine.Command;

/** What a person does with accounts that are open. */
@Command(
        name = "account",
        description = {
            "Suspends, resumes, closes and configures accounts, and says which brokerage accounts serve them.",
            "",
            "Examples:",
            "  alluse account suspend A-000042-COM --reason \"withdrawal to be explained\"",
            "  alluse account map --requests --out requests.csv",
            "  alluse account map --file requests.csv --reason \"confirmed by the broker\"",
            "  alluse account configure A-000042 --overlay conservative --preview",
            ""
        },
        subcommands = {
            AccountStateCommand.Suspend.class,
            AccountStateCommand.Resume.class,
            AccountStateCommand.Close.class,
            AccountStateCommand.Recover.class,
            AccountMapCommand.class,
            AccountConfigureCommand.class
        })
final class AccountCommand extends Noun {}
