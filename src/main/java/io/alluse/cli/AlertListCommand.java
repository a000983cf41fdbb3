package io.alluse.cli;

import io.alluse.account.AccountId;
import io.alluse.alert.Alert;
import io.alluse.alert.Alerts;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.sql.Session;
import io.alluse.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
final class AlertListCommand extends Verb {

    private static final int PAGE = 100;

    @Option(names = "--account", paramLabel = "CODE", description = "only of this account or main account")
    @Nullable
    private String account;

    @Option(names = "--all", description = "also those that were cleared")
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
            answer(new Alerts(session), Codes.id(session, account));
        }
        out().flush();
        return Exit.OK.code();
    }

    private void answer(Alerts alerts, @Nullable AccountId id) {
        int most = limit == null ? Integer.MAX_VALUE : limit;
        if (options().json()) {
            JsonArray array = new JsonArray(out());
            alerts.list(id, all, most, one -> array.add(AlertText.json(one)));
            array.end();
        } else if (options().quiet()) {
            alerts.list(id, all, most, one -> out().println(one.id()));
        } else {
            print(alerts, id, limit == null ? PAGE : limit);
        }
    }

    /** One more than shown is asked for, to know whether there are more. */
    private void print(Alerts alerts, @Nullable AccountId id, int most) {
        List<Alert> found = new ArrayList<>();
        alerts.list(id, all, most == Integer.MAX_VALUE ? most : most + 1, found::add);
        if (found.isEmpty()) {
            note(all ? "there has been no alert" : "no alert stands; --all shows those that were cleared");
            return;
        }
        TextTable table = TextTable.of(">ALERT", "ACCOUNT", "KIND", "RAISED", "STATE", "WHAT");
        found.stream()
                .limit(most)
                .forEach(one -> table.row(
                        one.id(),
                        one.subject(),
                        one.kind().word(),
                        one.raisedOn(),
                        one.state().word(),
                        one.text()));
        out().print(table);
        if (found.size() > most) {
            note("there are more; --limit N shows more of them, --json all");
        }
    }
}
