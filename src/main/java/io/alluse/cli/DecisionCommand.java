package io.alluse.cli;

import picocli.CommandLine.Command;

/** Decisions that were scored. */
@Command(
        name = "decision",
        description = {
            "Decisions that are scored before they are carried out, and those of them that wait for a person.",
            "",
            "Examples:",
            "  alluse decision list",
            "  alluse decision show 7",
            "  alluse decision approve 7 --reason \"figures checked by hand\"",
            "  alluse decision reject 7 --reason \"markets are too wild\"",
            ""
        },
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            DecisionListCommand.class,
            DecisionShowCommand.class,
            DecisionSayCommand.Approve.class,
            DecisionSayCommand.Reject.class,
        })
final class DecisionCommand extends Noun {}
