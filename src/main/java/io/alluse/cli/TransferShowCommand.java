package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.funding.Transfer;
import io.alluse.funding.TransferState;
import io.alluse.funding.Transfers;
import io.alluse.sql.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One transfer. */
@Command(
        name = "show",
        description = {
            "Shows a transfer and what the brokers have shown of it.",
            "",
            "Examples:",
            "  alluse transfer show 7",
            "  alluse transfer show 7 --json",
            ""
        })
final class TransferShowCommand extends Verb {

    @Parameters(paramLabel = "TRANSFER", description = "its number, as `transfer list` has it")
    private long id;

    @Override
    public Integer call() {
        Transfer found;
        try (Database database = database()) {
            found = new Transfers(Session.of(database.program()), book()).found(id);
        }
        if (options().json()) {
            out().println(TransferText.json(found));
        } else if (options().quiet()) {
            out().println(found.state().word());
        } else {
            TransferText.print(out(), found);
            next(found);
        }
        return Exit.OK.code();
    }

    private void next(Transfer found) {
        if (found.state() == TransferState.PROPOSED) {
            note("next: alluse transfer execute " + id);
        }
    }
}
