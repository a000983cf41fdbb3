package io.alluse.cli;

import io.alluse.backup.Backups;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.sql.Session;
import io.alluse.text.Json;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a home of a backup. */
@Command(
        name = "restore",
        description = {
            "Makes a fresh home of a backup that `db backup` took, every file compared with its SHA-256, and starts it.",
            "",
            "Examples:",
            "  alluse db restore /backups/2026-01-06 --home /srv/alluse-restored",
            ""
        },
        footer = {
            "",
            "Exit 6 where the home holds a database already. Afterwards: `alluse ledger verify --anchor DIGEST`."
        })
final class DbRestoreCommand extends Verb {

    @Parameters(paramLabel = "DIR", description = "what `db backup` made")
    @SuppressWarnings("NullAway.Init")
    private Path backup;

    @Override
    public Integer call() {
        Database.restore(databaseSettings(), backup.toAbsolutePath().normalize());
        Optional<String> anchor;
        try (Database database = database()) {
            anchor = new Backups(Session.of(database.program())).anchor();
        }
        if (options().json()) {
            out().println(Json.object().put("home", home()).put("anchor", anchor.orElse(null)));
        } else {
            out().println(options().quiet() ? home() : "restored into " + home());
            note("next: alluse ledger verify --home " + home()
                    + anchor.map(" --anchor "::concat).orElse("") + "; compare the anchor with the one that was kept");
        }
        return Exit.OK.code();
    }
}
