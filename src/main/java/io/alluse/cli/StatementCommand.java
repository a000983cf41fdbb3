package io.alluse.cli;

import picocli.CommandLine.Command;

/** Brokers' statements. */
@Command(
        name = "statement",
        description = {
            "Brokers' statements: brought into the ledger, every line accounted for.",
            "",
            "Examples:",
            "  alluse statement import july.csv --account A-000042-GEN --dry-run",
            "  alluse statement import july.csv --account A-000042-GEN",
            "  alluse statement list",
            "  alluse statement show 3f1c09ab5e7d2c44",
            ""
        },
        subcommands = {StatementImportCommand.class, StatementListCommand.class, StatementShowCommand.class})
final class StatementCommand extends Noun {}
