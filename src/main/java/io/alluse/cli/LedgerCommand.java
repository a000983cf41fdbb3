package io.alluse.cli;

import picocli.CommandLine.Command;

/** The ledger as a whole. */
@Command(
        name = "ledger",
        description = {
            "Verifies the ledger.",
            "",
            "Examples:",
            "  alluse ledger verify",
            "  alluse ledger verify --account A-000042-GEN",
            ""
        },
        subcommands = LedgerVerifyCommand.class)
final class LedgerCommand extends Noun {}
