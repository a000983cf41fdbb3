package io.alluse.cli;

import picocli.CommandLine.Command;

/** The events of the ledger, for other systems. */
@Command(
        name = "event",
        description = {
            "Events of the ledger, for other systems.",
            "",
            "Examples:",
            "  alluse event export > events.jsonl",
            "  alluse event export --cursor-file /var/lib/engine/cursor --follow",
            ""
        },
        synopsisSubcommandLabel = "VERB",
        subcommands = EventExportCommand.class)
final class EventCommand extends Noun {}
