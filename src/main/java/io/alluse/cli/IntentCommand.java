package io.alluse.cli;

import picocli.CommandLine.Command;

/** Orders that accounts ask for. */
@Command(
        name = "intent",
        description = {
            "Order intents: which there are, how far statements have filled them, and their files.",
            "",
            "Examples:",
            "  alluse job run order-intents --date 2026-01-09",
            "  alluse intent list",
            "  alluse intent show A-000042-GEN 17.2",
            "  alluse intent export --date 2026-01-09 --out /data/orders",
            "  alluse intent cancel A-000042-GEN 17.2 --reason \"earnings on Thursday\"",
            ""
        },
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            IntentListCommand.class,
            IntentShowCommand.class,
            IntentExportCommand.class,
            IntentCancelCommand.class,
        })
final class IntentCommand extends Noun {}
