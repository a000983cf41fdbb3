package io.alluse.cli;

import io.alluse.audit.Audit;
import io.alluse.calendar.BusinessDay;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.policy.Policy;
import io.alluse.run.AccountOutcome;
import io.alluse.run.Runs;
import io.alluse.sql.Session;
import io.alluse.sweep.ClosedDates;
import io.alluse.sweep.Compared;
import io.alluse.sweep.PolicyComparison;
import io.alluse.sweep.SweepJob;

/** Says for a verb what an account job would post under one policy instead of another; starts no Spring. */
final class PolicyComparisonVerb {

    private final Verb verb;
    private final SweepJobs job;
    private final BusinessDay date;

    PolicyComparisonVerb(Verb verb, SweepJobs job, BusinessDay date) {
        this.verb = verb;
        this.job = job;
        this.date = date;
    }

    /** Exits as a run under one of them would: some would be set aside. */
    int run(Policy a, String nameOfA, Policy b, String nameOfB) {
        Compared compared = compared(a, b);
        ComparisonText text = new ComparisonText(job.job(), date, nameOfA, nameOfB);
        if (verb.options().json()) {
            verb.out().println(text.json(compared));
        } else if (verb.options().quiet()) {
            verb.out().println(compared.differing());
        } else {
            text.print(verb.out(), compared);
        }
        verb.out().flush();
        boolean aside = isSetAside(compared.a()) || isSetAside(compared.b());
        return (aside ? Exit.SET_ASIDE : Exit.OK).code();
    }

    private static boolean isSetAside(Compared.Side side) {
        return side.tally().of(AccountOutcome.SET_ASIDE) > 0;
    }

    private Compared compared(Policy a, Policy b) {
        ProgressLine progress = ProgressLine.of(verb, "accounts");
        try (Database database = verb.database()) {
            Session session = Session.of(database.program());
            SweepJob<?> sweep = job.on(session, verb.book(), Audit.of(database.program(), verb.auditContext()));
            sweep.mustBeFor(date);
            new ClosedDates(new Runs(session, database.program(), verb.clock()), sweep).mustBeOpen(date);
            return new PolicyComparison<>(sweep, session).run(date, a, b, far -> progress.show(far, System.nanoTime()));
        } finally {
            progress.end();
        }
    }
}
