package io.alluse.cli;

import io.alluse.account.AccountId;
import io.alluse.database.Database;
import io.alluse.fork.Decisions;
import io.alluse.fork.ScoredDecision;
import io.alluse.sql.Session;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which decisions wait for a person. */
@Command(
        name = "list",
        description = {
            "Lists decisions that wait for a person, the latest first.",
            "",
            "Examples:",
            "  alluse decision list",
            "  alluse decision list --all --account A-000042",
            "  alluse decision list --json",
            ""
        })
final class DecisionListCommand extends ListVerb {

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private AccountOption account;

    @Option(names = "--all", description = "also those that were decided, carried out, or have expired")
    private boolean all;

    @Override
    Listing<?> listing(Database database, Session session) {
        AccountId id = account.id(session);
        Decisions decisions = new Decisions(session);
        return new Listing<ScoredDecision>(
                (most, each) -> decisions.list(all, id, most).forEach(each),
                DecisionText::json,
                ScoredDecision::id,
                List.of(">DECISION", "ACCOUNT", "ASKED ON", ">AMOUNT", ">SCORE", "GOOD UNTIL", "STATE"),
                one -> new Object[] {
                    one.id(),
                    one.account(),
                    one.askedOn(),
                    one.amount().readable(),
                    one.score().toPlainString(),
                    one.expiresOn(),
                    DecisionText.state(one)
                },
                all ? "nothing has been scored" : "nothing waits for a person; --all shows what was decided");
    }
}
