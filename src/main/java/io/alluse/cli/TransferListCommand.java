package io.alluse.cli;

import io.alluse.account.AccountId;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.funding.Transfer;
import io.alluse.funding.Transfers;
import io.alluse.sql.Session;
import io.alluse.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which transfers there are. */
@Command(
        name = "list",
        description = {
            "Lists transfers that the last run of the job funding proposes.",
            "",
            "Examples:",
            "  alluse transfer list",
            "  alluse transfer list --account A-000042 --all",
            "  alluse transfer list --json",
            ""
        },
        footer = {
            "",
            "Proposals stand while the main account is further off its split than the policy tolerates. Nothing moves",
            "before a person executes one."
        })
final class TransferListCommand extends Verb {

    private static final int PAGE = 100;

    @Option(names = "--account", paramLabel = "CODE", description = "only of this account or main account")
    @Nullable
    private String account;

    @Option(names = "--all", description = "also those that were executed, declined or superseded")
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
            answer(new Transfers(session, book()), Codes.id(session, account));
        }
        out().flush();
        return Exit.OK.code();
    }

    private void answer(Transfers transfers, @Nullable AccountId id) {
        int most = limit == null ? Integer.MAX_VALUE : limit;
        if (options().json()) {
            JsonArray array = new JsonArray(out());
            transfers.list(id, all, most, one -> array.add(TransferText.json(one)));
            array.end();
        } else if (options().quiet()) {
            transfers.list(id, all, most, one -> out().println(one.id()));
        } else {
            print(transfers, id, limit == null ? PAGE : limit);
        }
    }

    /** One more than shown is asked for, to know whether there are more. */
    private void print(Transfers transfers, @Nullable AccountId id, int most) {
        List<Transfer> found = new ArrayList<>();
        transfers.list(id, all, most == Integer.MAX_VALUE ? most : most + 1, found::add);
        if (found.isEmpty()) {
            note(all ? "there has been no transfer" : "no transfer is proposed; --all shows those of before");
            return;
        }
        TextTable table = TextTable.of(">TRANSFER", "FROM", "TO", ">AMOUNT", "STATE", "AT THE BROKER");
        found.stream()
                .limit(most)
                .forEach(one -> table.row(
                        one.id(),
                        one.from(),
                        one.to(),
                        one.amount().readable(),
                        TransferText.state(one),
                        TransferText.broker(one)));
        out().print(table);
        if (found.size() > most) {
            note("there are more; --limit N shows more of them, --json all");
        }
    }
}
