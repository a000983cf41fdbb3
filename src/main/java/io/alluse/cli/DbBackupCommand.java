package io.alluse.cli;

import io.alluse.backup.Backups;
import io.alluse.backup.Backups.Taken;
import io.alluse.database.BackedUp;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.sql.Session;
import io.alluse.text.Durations;
import io.alluse.text.Json;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies the whole home, while jobs run. */
@Command(
        name = "backup",
        description = {
            "Copies the home of the embedded database, passwords included, into a new directory: a base backup with the log",
            "that makes it whole, taken while jobs run. With --taken, only writes down a backup that you took otherwise.",
            "",
            "Examples:",
            "  alluse db backup /backups/2026-01-06",
            "  alluse db backup --taken \"pg_dump to /backups/2026-01-06.dump\"",
            ""
        },
        footer = {
            "",
            "Keep the anchor that it prints somewhere else: after `db restore`, `ledger verify --anchor` proves that",
            "everything is there. The vault key is not part of it. Exit 6 where the directory is not empty."
        })
final class DbBackupCommand extends Verb {

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "a directory that does not exist yet, or is empty")
    @Nullable
    private Path target;

    @Option(names = "--taken", paramLabel = "PLACE", description = "where a backup is that you have taken otherwise")
    @Nullable
    private String taken;

    @Override
    public Integer call() {
        if ((target == null) == (taken == null)) {
            throw Fault.usage("name the directory to back up into, or with --taken where a backup is that you took");
        }
        long began = System.nanoTime();
        // opened before, so that what is backed up is known to be usable
        String anchor = anchor();
        BackedUp copied = target == null ? null : Database.backup(databaseSettings(), target.toAbsolutePath());
        String place =
                target == null ? String.valueOf(taken) : target.toAbsolutePath().toString();
        note(place, copied == null ? null : copied.bytes(), anchor);
        answer(place, copied, anchor, Duration.ofNanos(System.nanoTime() - began));
        return Exit.OK.code();
    }

    private @Nullable String anchor() {
        try (Database database = database()) {
            return new Backups(Session.of(database.program())).anchor().orElse(null);
        }
    }

    private void note(String place, @Nullable Long bytes, @Nullable String anchor) {
        try (Database database = database()) {
            new Backups(Session.of(database.program()))
                    .note(new Taken(
                            clock().instant(),
                            place,
                            bytes,
                            anchor,
                            auditContext().osUser()));
        }
    }

    private void answer(String place, @Nullable BackedUp copied, @Nullable String anchor, Duration took) {
        if (options().json()) {
            out().println(Json.object()
                    .put("place", place)
                    .put("files", copied == null ? null : copied.files())
                    .put("bytes", copied == null ? null : copied.bytes())
                    .put("anchor", anchor)
                    .put("millis", took.toMillis()));
            return;
        }
        if (options().quiet()) {
            out().println(place);
            return;
        }
        out().println(
                        copied == null
                                ? "written down: " + place
                                : copied.files() + " files, " + (copied.bytes() >> 20) + " MiB in " + place + ", "
                                        + Durations.text(took));
        if (anchor != null) {
            out().println("anchor " + anchor);
        }
    }
}
