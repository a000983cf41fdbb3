package io.alluse.cli;

import io.alluse.account.AccountId;
import io.alluse.account.Accounts;
import io.alluse.database.Database;
import io.alluse.run.AccountOutcome;
import io.alluse.run.Runs;
import io.alluse.sql.Session;
import io.alluse.sweep.KeptOutcome;
import io.alluse.sweep.SetAsides;
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
final class SetAsideListCommand extends ListVerb {

    @Option(names = "--run", paramLabel = "RUN", description = "only of this run")
    @Nullable
    private Long run;

    @Option(names = "--account", paramLabel = "CODE", converter = Code.class, description = "only of this account")
    @Nullable
    private String account;

    @Option(names = "--all", description = "also those that were taken again or resolved")
    private boolean all;

    private void sayIfOfAFile(Runs runs) {
        if (run == null) {
            return;
        }
        RunDetail detail = RunDetail.of(runs, RunDetail.found(runs, run));
        if (!detail.isOfAccounts() && detail.of(AccountOutcome.SET_ASIDE) > 0) {
            note("run " + run + " is of a file; what was refused of it: alluse job status " + run);
        }
    }

    private SetAsides.Filter filter(Session session, Runs runs) {
        if (run != null) {
            RunDetail.found(runs, run);
        }
        AccountId id =
                account == null ? null : new Accounts(session).account(account).id();
        return new SetAsides.Filter(run, id, all);
    }

    @Override
    Listing<?> listing(Database database, Session session) {
        Runs runs = new Runs(session, database.program(), clock());
        SetAsides setAsides = new SetAsides(session, runs);
        SetAsides.Filter filter = filter(session, runs);
        sayIfOfAFile(runs);
        return new Listing<KeptOutcome>(
                (most, each) -> setAsides.list(filter, most, each),
                KeptText::json,
                KeptOutcome::code,
                List.of(">RUN", "JOB", "DATE", ">PASS", "ACCOUNT", "STATE", "REASON"),
                one -> new Object[] {
                    one.run(), one.job(), one.date(), one.pass(), one.code(), KeptText.state(one), one.reason()
                },
                all ? "nothing has been set aside" : "nothing is set aside; --all shows what has been");
    }
}
