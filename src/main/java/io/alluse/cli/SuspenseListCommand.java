package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.funding.InSuspense;
import io.alluse.funding.Suspense;
import io.alluse.sql.Session;
import io.alluse.text.Json;
import io.alluse.text.TextTable;
import java.util.List;
import picocli.CommandLine.Command;

/** Which accounts have money in SUSPENSE. */
@Command(
        name = "list",
        description = {
            "Lists accounts with money in SUSPENSE: withdrawals from accounts that allow none.",
            "",
            "Examples:",
            "  alluse suspense list",
            "  alluse suspense list --json",
            ""
        },
        footer = {"", "Exit 0 also where there are some."})
final class SuspenseListCommand extends Verb {

    @Override
    public Integer call() {
        List<InSuspense> found;
        try (Database database = database()) {
            found = new Suspense(Session.of(database.program()), book()).list();
        }
        if (options().json()) {
            JsonArray array = new JsonArray(out());
            found.forEach(one -> array.add(json(one)));
            array.end();
        } else if (options().quiet()) {
            found.forEach(one -> out().println(one.code()));
        } else {
            print(found);
        }
        out().flush();
        return Exit.OK.code();
    }

    private void print(List<InSuspense> found) {
        if (found.isEmpty()) {
            note("nothing is in SUSPENSE");
            return;
        }
        TextTable table = TextTable.of("ACCOUNT", ">AMOUNT", "LEFT ON", "STATE");
        found.forEach(one -> table.row(one.code(), one.amount().readable(), one.leftOn(), one.state()));
        out().print(table);
        note("next: alluse suspense resolve " + found.getFirst().code()
                + " --as owner-withdrawal|returned|tax-payment --reason TEXT");
    }

    private static Json json(InSuspense one) {
        return Json.object()
                .put("account", one.code())
                .put("amount", one.amount())
                .put("leftOn", one.leftOn())
                .put("state", one.state());
    }
}
