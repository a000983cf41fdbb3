package io.alluse.cli;

import io.alluse.account.AccountId;
import io.alluse.account.Accounts;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.run.Runs;
import io.alluse.sql.Session;
import io.alluse.sweep.KeptOutcome;
import io.alluse.sweep.SetAsides;
import io.alluse.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which accounts are set aside, and why. */
@Command(
        name = "list",
        description = {
            "Lists accounts that are set aside, with the reason; oldest runs first.",
            "",
            "Examples:",
            "  alluse set-aside list",
            "  alluse set-aside list --run 12 --json",
            "  alluse set-aside list --account A-000042-GEN --all",
            ""
        })
final class SetAsideListCommand extends Verb {

    private static final int PAGE = 100;

    @Option(names = "--run", paramLabel = "RUN", description = "only of this run")
    @Nullable
    private Long run;

    @Option(names = "--account", paramLabel = "CODE", description = "only of this account")
    @Nullable
    private String account;

    @Option(names = "--all", description = "also those that were taken again or resolved")
    private boolean all;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "at most so many (default: " + PAGE + ", all with --json or --quiet)")
    @Nullable
    private Integer limit;

    @Override
    public Integer call() {
        if (limit != null && limit < 1) {
            throw Fault.usage("--limit " + limit + ": at least one");
        }
        try (Database database = database()) {
            Session session = Session.of(database.program());
            Runs runs = new Runs(session, database.program(), clock());
            answer(new SetAsides(session, runs), filter(session, runs));
        }
        out().flush();
        return Exit.OK.code();
    }

    private SetAsides.Filter filter(Session session, Runs runs) {
        if (run != null) {
            RunDetail.found(runs, run);
        }
        AccountId id =
                account == null ? null : new Accounts(session).account(account).id();
        return new SetAsides.Filter(run, id, all);
    }

    private void answer(SetAsides setAsides, SetAsides.Filter filter) {
        int most = limit == null ? Integer.MAX_VALUE : limit;
        if (options().json()) {
            JsonArray array = new JsonArray(out());
            setAsides.list(filter, most, one -> array.add(KeptText.json(one)));
            array.end();
        } else if (options().quiet()) {
            setAsides.list(filter, most, one -> out().println(one.code()));
        } else {
            print(setAsides, filter, limit == null ? PAGE : limit);
        }
    }

    /** One more than shown is asked for, to know whether there are more. */
    private void print(SetAsides setAsides, SetAsides.Filter filter, int most) {
        List<KeptOutcome> found = new ArrayList<>();
        setAsides.list(filter, most == Integer.MAX_VALUE ? most : most + 1, found::add);
        if (found.isEmpty()) {
            note(all ? "nothing has been set aside" : "nothing is set aside; --all shows what has been");
            return;
        }
        TextTable table = TextTable.of(">RUN", "JOB", "DATE", ">PASS", "ACCOUNT", "STATE", "REASON");
        found.stream()
                .limit(most)
                .forEach(one -> table.row(
                        one.run(), one.job(), one.date(), one.pass(), one.code(), KeptText.state(one), one.reason()));
        out().print(table);
        if (found.size() > most) {
            note("there are more; --limit N shows more of them, --json all");
        }
    }
}
