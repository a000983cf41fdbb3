package io.alluse.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Accounts that runs could not process. */
@Command(
        name = "set-aside",
        description = {
            "Accounts that a run could not process: what they are, taking them again, settling them by hand.",
            "",
            "Examples:",
            "  alluse set-aside list",
            "  alluse set-aside retry 12",
            "  alluse set-aside resolve 12 A-000042-GEN --reason \"closed at the broker\"",
            ""
        },
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            SetAsideListCommand.class,
            SetAsideCommand.Retry.class,
            SetAsideResolveCommand.class,
        })
final class SetAsideCommand extends Noun {

    /** The same as {@code job relaunch RUN}. */
    @Command(
            name = "retry",
            description = {
                "Takes what a run has set aside once more, and nothing else: the same as `job relaunch RUN`.",
                "",
                "Examples:",
                "  alluse set-aside retry 12",
                ""
            })
    static final class Retry extends Verb {

        @Parameters(paramLabel = "RUN", description = "the number of a run")
        private long run;

        @Mixin
        @SuppressWarnings("NullAway.Init")
        private YesOption yes;

        @Mixin
        @SuppressWarnings("NullAway.Init")
        private SweepOptions how;

        @Override
        public Integer call() {
            return Telling.after(
                    this, how.notifyOption(), () -> new Relaunch(this, how).run(Long.toString(run), null, yes.given()));
        }
    }
}
