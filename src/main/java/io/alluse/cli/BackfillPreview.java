package io.alluse.cli;

import io.alluse.audit.Audit;
import io.alluse.calendar.BusinessDay;
import io.alluse.database.Database;
import io.alluse.policy.PolicyBook;
import io.alluse.run.Runs;
import io.alluse.run.Tally;
import io.alluse.schedule.Planned;
import io.alluse.sql.Session;
import io.alluse.sweep.ClosedDates;
import io.alluse.sweep.DryRun;
import io.alluse.sweep.SweepJob;
import io.alluse.text.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/**
 * What a backfill of an account job would come to. The first date is decided as its run will; later ones depend on what those before them
 * leave, and what they come to together is close to what one run for the last of them would: rules go by what has piled up.
 */
record BackfillPreview(Tally first, Tally all) {

    static BackfillPreview of(Verb verb, SweepJobs job, BusinessDay first, BusinessDay last) {
        PolicyBook book = verb.book();
        try (Database database = verb.database()) {
            Session session = Session.of(database.program());
            SweepJob<?> sweep = job.on(session, book, Audit.of(database.program(), verb.auditContext()));
            sweep.mustBeFor(first);
            new ClosedDates(new Runs(session, database.program(), verb.clock()), sweep).mustNotBeBefore(first);
            DryRun<?> dryRun = new DryRun<>(sweep, session, book);
            Tally exact = dryRun.run(first, line -> {}, far -> {});
            return new BackfillPreview(exact, first.equals(last) ? exact : dryRun.run(last, line -> {}, far -> {}));
        }
    }

    static void print(PrintWriter out, String job, List<Planned> dates, Optional<BackfillPreview> preview) {
        out.println("backfill of " + job + ": " + dates.size() + " dates");
        dates.forEach(date -> out.println("  " + date.businessDate()));
        preview.ifPresent(shown -> {
            print(out, dates.getFirst().businessDate() + " (exact)", shown.first());
            if (dates.size() > 1) {
                print(out, "all " + dates.size() + " dates together (estimate)", shown.all());
            }
        });
    }

    private static void print(PrintWriter out, String heading, Tally tally) {
        out.println(heading);
        RunText.counts(out, "accounts", tally.total(), tally::of, tally);
        RunText.money(out, tally.moved());
    }

    static Json json(String job, List<Planned> dates, Optional<BackfillPreview> preview) {
        return Json.object()
                .put("schema", "alluse.backfill/1")
                .put("job", job)
                .put(
                        "dates",
                        dates.stream()
                                .map(date -> date.businessDate().toString())
                                .toList())
                .put("first", preview.map(shown -> json(shown.first())).orElse(null))
                .put("allEstimated", preview.map(shown -> json(shown.all())).orElse(null));
    }

    private static Json json(Tally tally) {
        return RunText.counts(Json.object(), tally.total(), tally::of, tally);
    }
}
