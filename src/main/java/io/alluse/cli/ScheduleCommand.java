package io.alluse.cli;

import picocli.CommandLine.Command;

/** When jobs run: their definitions, and the dates that follow from them. */
@Command(
        name = "schedule",
        description = {
            "Shows and checks when jobs run, pauses them, and catches up what was missed.",
            "",
            "Examples:",
            "  alluse schedule list",
            "  alluse schedule next --days 30",
            "  alluse schedule check my-jobs",
            "  alluse schedule pause fork-sweep --reason \"policy is being changed\"",
            "  alluse schedule catch-up --preview",
            ""
        },
        synopsisSubcommandLabel = "VERB",
        footer = {"", "Every key of a job definition and of a calendar is explained in docs/schedules.md."},
        subcommands = {
            ScheduleListCommand.class,
            ScheduleNextCommand.class,
            ScheduleCheckCommand.class,
            SchedulePauseCommand.Pause.class,
            SchedulePauseCommand.Resume.class,
            ScheduleCatchUpCommand.class
        })
final class ScheduleCommand extends Noun {}
