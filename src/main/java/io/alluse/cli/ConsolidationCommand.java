package io.alluse.cli;

import picocli.CommandLine.Command;

/** Accounts that would do better elsewhere. */
@Command(
        name = "consolidation",
        description = {
            "Recommendations to move an account, or a part of it, into another one of its main account.",
            "",
            "Examples:",
            "  alluse consolidation list",
            "  alluse consolidation request A-000042-GEN-1-GEN --reason \"too small to bother\"",
            "  alluse consolidation approve 7 --reason \"figures checked by hand\"",
            "  alluse consolidation execute 7 --reason \"as agreed\"",
            ""
        },
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            ConsolidationListCommand.class,
            ConsolidationShowCommand.class,
            ConsolidationRequestCommand.class,
            ConsolidationSayCommand.Approve.class,
            ConsolidationSayCommand.Reject.class,
            ConsolidationMoveCommand.Execute.class,
            ConsolidationMoveCommand.Reverse.class,
        })
final class ConsolidationCommand extends Noun {}
