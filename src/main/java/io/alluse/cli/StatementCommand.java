package io.alluse.cli;

import picocli.CommandLine.Command;

/** Brokers' statements: which formats there are, and what a file says. */
@Command(
        name = "statement",
        description = {
            "Reads brokers' statements.",
            "",
            "Examples:",
            "  alluse statement formats",
            "  alluse statement check july.csv",
            "  alluse statement check july.csv --json",
            ""
        },
        subcommands = {StatementFormatsCommand.class, StatementCheckCommand.class})
final class StatementCommand extends Noun {}
