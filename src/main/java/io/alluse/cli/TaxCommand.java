package io.alluse.cli;

import picocli.CommandLine.Command;

/** What tax law makes of lots and sales. */
@Command(
        name = "tax",
        description = {
            "Shows what was realized, as tax law sees it. Estimates, not advice.",
            "",
            "Examples:",
            "  alluse tax ledger A-000042-GEN --year 2025",
            "  alluse tax ledger --all --year 2025 --csv realized-2025.csv",
            ""
        },
        synopsisSubcommandLabel = "VERB",
        subcommands = {TaxLedgerCommand.class})
final class TaxCommand extends Noun {}
