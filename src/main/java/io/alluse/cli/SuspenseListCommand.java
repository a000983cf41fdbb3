package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.funding.InSuspense;
import io.alluse.funding.Suspense;
import io.alluse.sql.Session;
import io.alluse.text.Json;
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
final class SuspenseListCommand extends ListVerb {

    @Override
    Listing<?> listing(Database database, Session session) {
        return new Listing<InSuspense>(
                (most, each) -> new Suspense(session, book())
                        .list().stream().limit(most).forEach(each),
                SuspenseListCommand::json,
                InSuspense::code,
                List.of("ACCOUNT", ">AMOUNT", "LEFT ON", "STATE", "NEXT"),
                one -> new Object[] {
                    one.code(),
                    one.amount().readable(),
                    one.leftOn(),
                    one.state(),
                    "suspense resolve " + one.code() + " --as WHAT --reason TEXT"
                },
                "nothing is in SUSPENSE");
    }

    private static Json json(InSuspense one) {
        return Json.object()
                .put("account", one.code())
                .put("amount", one.amount())
                .put("leftOn", one.leftOn())
                .put("state", one.state());
    }
}
