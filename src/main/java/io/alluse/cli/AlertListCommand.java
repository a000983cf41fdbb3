package io.alluse.cli;

import io.alluse.account.AccountId;
import io.alluse.alert.Alert;
import io.alluse.alert.Alerts;
import io.alluse.database.Database;
import io.alluse.sql.Session;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which alerts there are. */
@Command(
        name = "list",
        description = {
            "Lists alerts that stand: open, or acknowledged by a person.",
            "",
            "Examples:",
            "  alluse alert list",
            "  alluse alert list --account A-000042 --all",
            "  alluse alert list --json",
            ""
        },
        footer = {"", "The job that raised an alert clears it when it finds it gone. Exit 0 also where there are some."
        })
final class AlertListCommand extends ListVerb {

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private AccountOption account;

    @Option(names = "--all", description = "also those that were cleared")
    private boolean all;

    @Override
    Listing<?> listing(Database database, Session session) {
        AccountId id = account.id(session);
        Alerts alerts = new Alerts(session);
        return new Listing<Alert>(
                (most, each) -> alerts.list(id, all, most, each),
                AlertText::json,
                Alert::id,
                List.of(">ALERT", "ACCOUNT", "KIND", "RAISED", "STATE", "WHAT"),
                one -> new Object[] {
                    one.id(),
                    one.subject(),
                    one.kind().word(),
                    one.raisedOn(),
                    one.state().word(),
                    one.text()
                },
                all ? "there has been no alert" : "no alert stands; --all shows those that were cleared");
    }
}
