package io.alluse.cli;

import io.alluse.account.AccountId;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.lineage.Merge;
import io.alluse.lineage.MergeState;
import io.alluse.lineage.Merges;
import io.alluse.sql.Session;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which merges there have been. */
@Command(
        name = "list",
        description = {
            "Lists merges and consolidations, the latest first.",
            "",
            "Examples:",
            "  alluse merge list",
            "  alluse merge list --state merged",
            "  alluse merge list --account A-000042 --json",
            ""
        },
        footer = {
            "",
            "A merge can be taken back while it is merged; the next merge-sweep of a later date closes its accounts."
        })
final class MergeListCommand extends Verb {

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private AccountOption account;

    @Option(names = "--state", paramLabel = "STATE", description = "only those that are merged, closed or reversed")
    @Nullable
    private String state;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private LimitOption limit;

    @Override
    public Integer call() {
        limit.check();
        MergeState only = state();
        try (Database database = database()) {
            Session session = Session.of(database.program());
            listing(new Merges(session), account.id(session), only).answer(this, limit);
        }
        return Exit.OK.code();
    }

    private @Nullable MergeState state() {
        return state == null
                ? null
                : Arrays.stream(MergeState.values())
                        .filter(known -> known.name().equalsIgnoreCase(state))
                        .findFirst()
                        .orElseThrow(() -> Fault.usage("--state " + state + ": expected merged, closed or reversed"));
    }

    private Listing<Merge> listing(Merges merges, @Nullable AccountId into, @Nullable MergeState only) {
        return new Listing<>(
                (most, each) -> merges.list(into, only, most).forEach(each),
                MergeText::json,
                Merge::code,
                List.of("MERGE", "DATE", "KIND", "FAMILY", ">RECEIVED", ">ACCOUNTS", "RELEASED", "STATE"),
                merge -> new Object[] {
                    merge.code(),
                    merge.date(),
                    merge.kind().word(),
                    merge.fork() == null ? "" : merge.fork(),
                    merge.received().readable(),
                    merge.members().size(),
                    MergeText.released(merge),
                    MergeText.state(merge)
                },
                "there is no such merge; `alluse job run merge-sweep --dry-run` shows what would merge");
    }
}
