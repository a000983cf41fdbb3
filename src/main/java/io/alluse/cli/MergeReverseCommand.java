package io.alluse.cli;

import io.alluse.absorption.MergeReversal;
import io.alluse.audit.Act;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.lineage.Merge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a merge back. */
@Command(
        name = "reverse",
        description = {
            "Takes back a merge or a consolidation until the next close: each account gets back what it gave and is ACTIVE",
            "again. A family that is taken apart like this is not merged by a sweep any more.",
            "",
            "Examples:",
            "  alluse merge reverse A-000042-COM-M1 --reason \"the family is to stay\"",
            ""
        },
        footer = {
            "",
            "Exit 4 where the money has been spent or a lot has been sold since, 5 where there is no such merge, 6 where",
            "it has been closed or taken back already."
        })
final class MergeReverseCommand extends ActVerb {

    @Parameters(paramLabel = "MERGE", description = "its code, as `merge list` has it")
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
        Merge reversed;
        try (Database database = database()) {
            Tools tools = tools(database);
            reversed =
                    new MergeReversal(tools.session(), book(), tools.audit()).reverse(code, act.reason(), act.date());
        }
        if (options().json()) {
            out().println(MergeText.json(reversed));
        } else if (options().quiet()) {
            out().println(reversed.code());
        } else {
            out().println("merge " + reversed.code() + " is " + MergeText.state(reversed) + ": "
                    + reversed.received().readable() + " has gone back to " + MergeText.members(reversed));
        }
        next("alluse account show " + reversed.targetCode());
        return Exit.OK.code();
    }
}
