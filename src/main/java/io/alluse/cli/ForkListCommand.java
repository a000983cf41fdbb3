package io.alluse.cli;

import io.alluse.account.AccountId;
import io.alluse.database.Database;
import io.alluse.lineage.Fork;
import io.alluse.lineage.ForkState;
import io.alluse.lineage.Lineage;
import io.alluse.sql.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which forks there have been. */
@Command(
        name = "list",
        description = {
            "Lists forks, the latest first.",
            "",
            "Examples:",
            "  alluse fork list",
            "  alluse fork list --state awaiting",
            "  alluse fork list --account A-000042 --json",
            ""
        },
        footer = {"", "A fork awaits its mappings until `alluse account map` has confirmed all of its accounts."})
final class ForkListCommand extends ListVerb {

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private AccountOption account;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            completionCandidates = StateWords.OfForks.class,
            description = "only those that are awaiting, done or reversed")
    @Nullable
    private String state;

    @Override
    void check() {
        state();
    }

    private @Nullable ForkState state() {
        return state == null ? null : Choice.of("--state", state, ForkState.values(), Choice::lower);
    }

    @Override
    Listing<?> listing(Database database, Session session) {
        AccountId id = account.id(session);
        ForkState only = state();
        Lineage lineage = new Lineage(session);
        return new Listing<Fork>(
                (most, each) -> lineage.list(id, only, most).forEach(each),
                ForkText::json,
                Fork::code,
                List.of("FORK", "DATE", ">AMOUNT", ">ACCOUNTS", "MAPPED", "STATE"),
                fork -> new Object[] {
                    fork.code(),
                    fork.date(),
                    fork.amount().readable(),
                    fork.children().size(),
                    ForkText.mapped(fork),
                    ForkText.state(fork)
                },
                "there is no such fork; `alluse job run fork-sweep --dry-run` shows what would fork");
    }
}
