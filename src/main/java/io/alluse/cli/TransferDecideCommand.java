package io.alluse.cli;

import io.alluse.audit.Act;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.funding.Transfer;
import io.alluse.funding.Transfers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person decides about a transfer that a run proposes. */
abstract class TransferDecideCommand extends TransferVerb {

    @Parameters(paramLabel = "TRANSFER", description = "its number, as `transfer list` has it")
    private long id;

    abstract String reason();

    abstract Transfer decide(Transfers transfers, long id, Act act, Tools tools);

    @Override
    public Integer call() {
        Act act = act(reason());
        Transfer decided;
        try (Database database = database()) {
            Tools tools = tools(database);
            decided = decide(new Transfers(tools.session(), book()), id, act, tools);
        }
        answer(decided);
        return Exit.OK.code();
    }

    /** Both sides are posted. */
    @Command(
            name = "execute",
            description = {
                "Posts both sides of a proposed transfer and announces them to the brokers.",
                "",
                "Examples:",
                "  alluse transfer execute 7",
                "  alluse transfer execute 7 --reason \"agreed with the owner\" --date 2026-03-02",
                ""
            },
            footer = {
                "",
                "Exit 4 where it may not be any more (too little free cash, an account that is not ACTIVE, an open break),",
                "5 where there is no such transfer, 6 where it is not proposed any more."
            })
    static final class Execute extends TransferDecideCommand {

        @Option(
                names = "--reason",
                paramLabel = "TEXT",
                defaultValue = "as proposed",
                description = "why; kept in the history of both accounts (default: ${DEFAULT-VALUE})")
        @SuppressWarnings("NullAway.Init")
        private String reason;

        @Override
        String reason() {
            return reason;
        }

        @Override
        Transfer decide(Transfers transfers, long id, Act act, Tools tools) {
            return transfers.execute(id, act, tools.audit());
        }
    }

    /** Nothing is posted. */
    @Command(
            name = "decline",
            description = {
                "Declines a proposed transfer; the same amount between the same two accounts is not proposed again.",
                "",
                "Examples:",
                "  alluse transfer decline 7 --reason \"the split changes next month\"",
                ""
            },
            footer = {"", "Exit 5 where there is no such transfer, 6 where it is not proposed any more."})
    static final class Decline extends TransferDecideCommand {

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why; kept in the audit")
        @SuppressWarnings("NullAway.Init")
        private String reason;

        @Override
        String reason() {
            return reason;
        }

        @Override
        Transfer decide(Transfers transfers, long id, Act act, Tools tools) {
            return transfers.decline(id, act, tools.audit());
        }
    }
}
