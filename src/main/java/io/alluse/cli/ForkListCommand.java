package io.alluse.cli;

import io.alluse.account.AccountId;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
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
final class ForkListCommand extends Verb {

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private AccountOption account;

    @Option(names = "--state", paramLabel = "STATE", description = "only those that are awaiting, done or reversed")
    @Nullable
    private String state;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private LimitOption limit;

    @Override
    public Integer call() {
        limit.check();
        ForkState only = state();
        try (Database database = database()) {
            Session session = Session.of(database.program());
            listing(new Lineage(session), account.id(session), only).answer(this, limit);
        }
        return Exit.OK.code();
    }

    private @Nullable ForkState state() {
        return state == null ? null : Choice.of("--state", state, ForkState.values(), Choice::lower);
    }

    private Listing<Fork> listing(Lineage lineage, @Nullable AccountId id, @Nullable ForkState only) {
        return new Listing<>(
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
