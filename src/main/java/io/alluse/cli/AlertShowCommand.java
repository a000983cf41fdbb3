package io.alluse.cli;

import io.alluse.alert.Alert;
import io.alluse.alert.AlertState;
import io.alluse.alert.Alerts;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.sql.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One alert. */
@Command(
        name = "show",
        description = {
            "Shows an alert with the command to give next.",
            "",
            "Examples:",
            "  alluse alert show 7",
            "  alluse alert show 7 --json",
            ""
        })
final class AlertShowCommand extends Verb {

    @Parameters(paramLabel = "ALERT", description = "its number, as `alert list` has it")
    private long id;

    @Override
    public Integer call() {
        Alert found;
        try (Database database = database()) {
            found = new Alerts(Session.of(database.program())).found(id);
        }
        if (options().json()) {
            out().println(AlertText.json(found));
        } else if (options().quiet()) {
            out().println(found.state().word());
        } else {
            AlertText.print(out(), found);
            next(found);
        }
        return Exit.OK.code();
    }

    private void next(Alert found) {
        if (found.state() != AlertState.CLEARED) {
            note("next: " + found.next());
        }
    }
}
