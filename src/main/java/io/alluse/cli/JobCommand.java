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
            "  alluse job status",
            ""
        },
        synopsisSubcommandLabel = "VERB",
        subcommands = {JobRunCommand.class, JobListCommand.class, JobStatusCommand.class})
final class JobCommand extends Noun {}
