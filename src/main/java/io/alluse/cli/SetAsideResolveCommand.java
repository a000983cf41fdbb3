package io.alluse.cli;

import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.run.Runs;
import io.alluse.sql.Session;
import io.alluse.sweep.KeptOutcome;
import io.alluse.sweep.KeptOutcome.Resolution;
import io.alluse.sweep.SetAsides;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A person says that an account that was set aside needs no further pass. */
@Command(
        name = "resolve",
        description = {
            "Settles by hand what a run has set aside: a person says why the run need not take it again.",
            "",
            "Examples:",
            "  alluse set-aside resolve 12 A-000042-GEN --reason \"closed at the broker\"",
            ""
        },
        footer = {
            "",
            "Exit 5 where the run has not set it aside, 6 where it was taken again or resolved, or the run is being",
            "carried out."
        })
final class SetAsideResolveCommand extends Verb {

    @Parameters(index = "0", paramLabel = "RUN", description = "the number of a run")
    private long run;

    @Parameters(
            index = "1",
            paramLabel = "ACCOUNT",
            converter = Code.class,
            description = "an account such as A-000042-GEN")
    @SuppressWarnings("NullAway.Init")
    private String account;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "why, at most 500 characters; kept in the audit")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Override
    public Integer call() {
        AuditContext who = auditContext();
        KeptOutcome resolved;
        try (Database database = database()) {
            DataSource source = database.program();
            Session session = Session.of(source);
            SetAsides setAsides = new SetAsides(session, new Runs(session, source, clock()));
            Resolution resolution = Resolution.of(clock().instant(), who.osUser(), reason);
            resolved = setAsides.resolve(run, account, resolution, Audit.of(source, who));
        }
        answer(resolved);
        return Exit.OK.code();
    }

    private void answer(KeptOutcome resolved) {
        if (options().json()) {
            out().println(KeptText.json(resolved));
        } else if (options().quiet()) {
            out().println(resolved.code());
        } else {
            out().println(resolved.code() + " of run " + run + ": " + KeptText.state(resolved));
            note("next: `alluse set-aside list --run " + run + "` shows what is left");
        }
    }
}
