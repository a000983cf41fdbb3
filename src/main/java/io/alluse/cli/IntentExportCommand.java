package io.alluse.cli;

import io.alluse.calendar.BusinessDay;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.intent.IntentManifest;
import io.alluse.ordering.OrderIntentsJob;
import io.alluse.run.Run;
import io.alluse.run.RunKey;
import io.alluse.run.Runs;
import io.alluse.sql.Session;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the files of a date again. */
@Command(
        name = "export",
        description = {
            "Writes the order intents that the run for a date has made: a CSV per brokerage account, SHA256SUMS and",
            "manifest.json. The same bytes whenever it is done; what is there already is left alone.",
            "",
            "Examples:",
            "  alluse intent export --date 2026-01-09",
            "  alluse intent export --date 2026-01-09 --out /data/orders",
            ""
        },
        footer = {"", "A folder with a manifest is complete. `sha256sum -c SHA256SUMS` in it checks every file."})
final class IntentExportCommand extends Verb {

    @Option(
            names = "--date",
            required = true,
            paramLabel = "YYYY-MM-DD",
            description = "the business date of the run of order-intents")
    @SuppressWarnings("NullAway.Init")
    private String date;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "where to (default: intents/DATE in the directory of the program's data)")
    @Nullable
    private Path out;

    @Override
    public Integer call() {
        BusinessDay day = dateOrToday(date);
        Path folder = IntentFiles.folder(this, day, out);
        IntentManifest manifest;
        try (Database database = database()) {
            Session session = Session.of(database.program());
            mustBeDone(new Runs(session, database.program(), clock()), RunKey.of(OrderIntentsJob.NAME, day));
            manifest = IntentFiles.write(session, day, folder);
        }
        if (options().json()) {
            out().println(manifest.json().put("folder", folder));
        } else if (options().quiet()) {
            out().println(folder);
        } else {
            out().println(IntentFiles.told(manifest, folder));
        }
        return Exit.OK.code();
    }

    /** Half a run is not handed to anybody. */
    private static void mustBeDone(Runs runs, RunKey key) {
        Run run = runs.find(key)
                .orElseThrow(() -> Fault.notFound("no run of " + key + "; begin it with `alluse job run " + key.job()
                        + " --date " + key.date() + "`"));
        if (!run.outcome().isComplete()) {
            throw Fault.conflict("run " + run.id() + " of " + key + " is not done (" + run.outcome()
                    + "); `alluse job relaunch " + run.id() + "` goes on where it was");
        }
    }
}
