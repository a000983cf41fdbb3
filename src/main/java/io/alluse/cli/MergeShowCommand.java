package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.lineage.Merge;
import io.alluse.lineage.Merges;
import io.alluse.sql.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One merge. */
@Command(
        name = "show",
        description = {
            "Shows a merge: why it came, what each account gave, and how far their brokerage accounts are.",
            "",
            "Examples:",
            "  alluse merge show A-000042-COM-M1",
            "  alluse merge show A-000042-COM-M1 --json",
            ""
        })
final class MergeShowCommand extends Verb {

    @Parameters(paramLabel = "MERGE", description = "its code, as `merge list` has it")
    @SuppressWarnings("NullAway.Init")
    private String code;

    @Override
    public Integer call() {
        Merge found;
        try (Database database = database()) {
            found = new Merges(Session.of(database.program()))
                    .merge(code)
                    .orElseThrow(() -> Fault.notFound("no merge " + code + "; see `alluse merge list`"));
        }
        if (options().json()) {
            out().println(MergeText.json(found));
        } else if (options().quiet()) {
            out().println(MergeText.state(found));
        } else {
            MergeText.print(out(), found);
            MergeText.next(found).ifPresent(this::note);
        }
        return Exit.OK.code();
    }
}
