package io.alluse.cli;

import picocli.CommandLine.Command;

/** Brokers' statements: which formats there are, what a file says, and how it gets into the ledger. */
@Command(
        name = "statement",
        description = {
            "Brokers' statements: read, checked, and brought into the ledger, every line accounted for.",
            "",
            "Examples:",
            "  alluse statement formats",
            "  alluse statement check july.csv",
            "  alluse statement import july.csv --account A-000042-GEN --dry-run",
            "  alluse statement import july.csv --account A-000042-GEN",
            "  alluse statement list",
            "  alluse statement show 3f1c09ab5e7d2c44",
            ""
        },
        subcommands = {
            StatementFormatsCommand.class,
            StatementCheckCommand.class,
            StatementImportCommand.class,
            StatementListCommand.class,
            StatementShowCommand.class
        })
final class StatementCommand extends Noun {}
