package io.alluse.cli;

import io.alluse.audit.Act;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fork.ForkReversal;
import io.alluse.lineage.Fork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a fork back. */
@Command(
        name = "reverse",
        description = {
            "Takes back a fork that awaits its mappings: its accounts give back what they received and are CLOSED.",
            "",
            "Examples:",
            "  alluse fork reverse A-000042-GEN-1 --reason \"the broker declines the account\"",
            ""
        },
        footer = {
            "",
            "Exit 4 where one of its accounts has got its money at the broker or holds something else, 5 where there is no",
            "such fork, 6 where it does not await its mappings any more."
        })
final class ForkReverseCommand extends ActVerb {

    @Parameters(paramLabel = "FORK", converter = Code.class, description = "its code, as `fork list` has it")
    @SuppressWarnings("NullAway.Init")
    private String code;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "why; kept in the accounts' history")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Override
    public Integer call() {
        Act act = act(reason);
        Fork reversed;
        try (Database database = database()) {
            Tools tools = tools(database);
            reversed = new ForkReversal(tools.session(), book(), tools.audit()).reverse(code, act.reason(), act.date());
        }
        if (options().json()) {
            out().println(ForkText.json(reversed));
        } else if (options().quiet()) {
            out().println(reversed.code());
        } else {
            out().println("fork " + reversed.code() + " is " + ForkText.state(reversed) + ": "
                    + reversed.amount().readable() + " is back on " + reversed.parentCode());
        }
        next("alluse account show " + reversed.parentCode());
        return Exit.OK.code();
    }
}
