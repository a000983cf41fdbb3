package io.alluse.cli;

import io.alluse.account.AccountId;
import io.alluse.database.Database;
import io.alluse.funding.Transfer;
import io.alluse.funding.Transfers;
import io.alluse.sql.Session;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
final class TransferListCommand extends ListVerb {

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private AccountOption account;

    @Option(names = "--all", description = "also those that were executed, declined or superseded")
    private boolean all;

    @Override
    Listing<?> listing(Database database, Session session) {
        AccountId id = account.id(session);
        Transfers transfers = new Transfers(session, book());
        return new Listing<Transfer>(
                (most, each) -> transfers.list(id, all, most, each),
                TransferText::json,
                Transfer::id,
                List.of(">TRANSFER", "FROM", "TO", ">AMOUNT", "STATE", "AT THE BROKER"),
                one -> new Object[] {
                    one.id(),
                    one.from(),
                    one.to(),
                    one.amount().readable(),
                    TransferText.state(one),
                    TransferText.broker(one)
                },
                all ? "there has been no transfer" : "no transfer is proposed; --all shows those of before");
    }
}
