package io.alluse.cli;

import io.alluse.account.AccountId;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fork.Decisions;
import io.alluse.fork.ScoredDecision;
import io.alluse.sql.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
final class DecisionListCommand extends Verb {

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private AccountOption account;

    @Option(names = "--all", description = "also those that were decided, carried out, or have expired")
    private boolean all;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private LimitOption limit;

    @Override
    public Integer call() {
        limit.check();
        try (Database database = database()) {
            Session session = Session.of(database.program());
            listing(new Decisions(session), account.id(session)).answer(this, limit);
        }
        return Exit.OK.code();
    }

    private Listing<ScoredDecision> listing(Decisions decisions, @Nullable AccountId id) {
        return new Listing<>(
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
