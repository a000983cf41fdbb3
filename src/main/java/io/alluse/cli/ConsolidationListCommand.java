package io.alluse.cli;

import io.alluse.account.AccountId;
import io.alluse.consolidation.Consolidations;
import io.alluse.consolidation.Recommendation;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.sql.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which consolidations are recommended. */
@Command(
        name = "list",
        description = {
            "Lists recommendations that are open or approved, the latest first.",
            "",
            "Examples:",
            "  alluse consolidation list",
            "  alluse consolidation list --all --account A-000042",
            "  alluse consolidation list --json",
            ""
        })
final class ConsolidationListCommand extends Verb {

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private AccountOption account;

    @Option(names = "--all", description = "also those that were rejected, carried out or taken back, or have expired")
    private boolean all;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private LimitOption limit;

    @Override
    public Integer call() {
        limit.check();
        try (Database database = database()) {
            Session session = Session.of(database.program());
            listing(new Consolidations(session, book()), account.id(session)).answer(this, limit);
        }
        return Exit.OK.code();
    }

    private Listing<Recommendation> listing(Consolidations consolidations, @Nullable AccountId id) {
        return new Listing<>(
                (most, each) -> consolidations.list(all, id, most).forEach(each),
                ConsolidationText::json,
                Recommendation::id,
                List.of(">NO", "ACCOUNT", "WHERE", "WHY", ">CONFIDENCE", "URGENCY", "GOOD UNTIL", "STATE"),
                one -> new Object[] {
                    one.id(),
                    one.account(),
                    ConsolidationText.where(one),
                    ConsolidationText.triggers(one),
                    one.numbers().confidence().toPlainString(),
                    one.numbers().urgency().word(),
                    one.expiresOn(),
                    ConsolidationText.state(one)
                },
                all ? "nothing has been recommended" : "nothing is recommended; --all shows what was");
    }
}
