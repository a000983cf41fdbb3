package io.alluse.cli;

import picocli.CommandLine.Command;

/** Jobs and their runs. */
@Command(
        name = "job",
        description = {
            "Runs jobs and shows what became of their runs.",
            "",
            "Examples:",
            "  alluse job run initial-capitalization --plan plan.csv --dry-run",
            "  alluse job run initial-capitalization --plan plan.csv",
            "  alluse job run tax-and-buffer",
            "  alluse job status",
            "  alluse job stop 12",
            "  alluse job relaunch 12",
            "  alluse job explain 12 A-000042-GEN",
            "  alluse job status --due",
            "  alluse job hold fork-sweep --date 2026-01-06 --reason \"prices are being mended\"",
            ""
        },
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            JobRunCommand.class,
            JobListCommand.class,
            JobStatusCommand.class,
            JobStopCommand.class,
            JobRelaunchCommand.class,
            JobExplainCommand.class,
            JobDueCommand.Hold.class,
            JobDueCommand.Release.class,
            JobDueCommand.Skip.class,
            JobBackfillCommand.class,
        })
final class JobCommand extends Noun {}
