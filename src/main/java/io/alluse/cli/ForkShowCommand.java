package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.lineage.Fork;
import io.alluse.lineage.ForkState;
import io.alluse.lineage.Lineage;
import io.alluse.sql.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One fork. */
@Command(
        name = "show",
        description = {
            "Shows a fork: what left the account, what it opened, and how far their brokerage accounts are.",
            "",
            "Examples:",
            "  alluse fork show A-000042-GEN-1",
            "  alluse fork show A-000042-GEN-1 --json",
            ""
        })
final class ForkShowCommand extends Verb {

    @Parameters(paramLabel = "FORK", converter = Code.class, description = "its code, as `fork list` has it")
    @SuppressWarnings("NullAway.Init")
    private String code;

    @Override
    public Integer call() {
        Fork found;
        try (Database database = database()) {
            found = new Lineage(Session.of(database.program()))
                    .fork(code)
                    .orElseThrow(() -> Fault.notFound("no fork " + code + "; see `alluse fork list`"));
        }
        if (options().json()) {
            out().println(ForkText.json(found));
        } else if (options().quiet()) {
            out().println(ForkText.state(found));
        } else {
            ForkText.print(out(), found);
            if (found.state() == ForkState.AWAITING) {
                note("next: alluse account map --requests, or alluse fork reverse " + code + " --reason TEXT");
            }
        }
        return Exit.OK.code();
    }
}
