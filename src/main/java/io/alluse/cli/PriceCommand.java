package io.alluse.cli;

import picocli.CommandLine.Command;

/** What instruments were worth at the close of a day. */
@Command(
        name = "price",
        description = {
            "Loads and shows prices: what positions are valued with.",
            "",
            "Examples:",
            "  alluse price import prices.csv",
            "  alluse price list TSLA --limit 20",
            "  alluse price show TSLA \"TSLA 2026-03-20 250 P\" --date 2026-01-30",
            ""
        },
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            PriceImportCommand.class,
            PriceListCommand.class,
            PriceShowCommand.class,
        })
final class PriceCommand extends Noun {}
