package io.alluse.cli;

import picocli.CommandLine.Command;

/** Where brokers' statements and the ledger disagree. */
@Command(
        name = "break",
        description = {
            "Differences between brokers' statements and the ledger: which there are, and what a person says about them.",
            "",
            "Examples:",
            "  alluse break list",
            "  alluse break show 7",
            "  alluse break explain 7 --reason \"dividend of 30 January is paid in February\"",
            "  alluse break resolve 7 --reason \"the broker has corrected its statement\"",
            ""
        },
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            BreakListCommand.class,
            BreakShowCommand.class,
            BreakSayCommand.Explain.class,
            BreakSayCommand.Resolve.class,
        })
final class BreakCommand extends Noun {}
