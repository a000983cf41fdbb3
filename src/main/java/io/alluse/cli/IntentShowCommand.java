package io.alluse.cli;

import io.alluse.account.AccountRef;
import io.alluse.account.Accounts;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.intent.IntentFill;
import io.alluse.intent.IntentLine;
import io.alluse.intent.IntentRef;
import io.alluse.intent.IntentState;
import io.alluse.intent.Intents;
import io.alluse.sql.Session;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One intent. */
@Command(
        name = "show",
        description = {
            "Shows an order intent, the lines of statements that have filled it, and how it ended.",
            "",
            "Examples:",
            "  alluse intent show A-000042-GEN 17.2",
            "  alluse intent show A-000042-GEN 17.2 --json",
            ""
        },
        footer = {"", "Why it was made: `alluse job explain RUN CODE`, with the run of order-intents that made it."})
final class IntentShowCommand extends Verb {

    @Parameters(
            index = "0",
            paramLabel = "CODE",
            converter = Code.class,
            description = "an account such as A-000042-GEN")
    @SuppressWarnings("NullAway.Init")
    private String code;

    @Parameters(index = "1", paramLabel = "NO", description = "its number, as `intent list` has it")
    @SuppressWarnings("NullAway.Init")
    private String no;

    @Override
    public Integer call() {
        IntentLine line;
        List<IntentFill> fills;
        try (Database database = database()) {
            Session session = Session.of(database.program());
            Intents intents = new Intents(session);
            AccountRef account = new Accounts(session).account(code);
            IntentRef ref = IntentRef.parse(account.id(), no);
            line = intents.find(ref)
                    .orElseThrow(() -> Fault.notFound("no intent " + ref.text() + " of " + code
                            + "; see `alluse intent list --account " + code + " --state all`"));
            fills = intents.fills(ref);
        }
        if (options().json()) {
            out().println(IntentText.json(line, fills));
        } else if (options().quiet()) {
            out().println(line.intent().state().word());
        } else {
            IntentText.print(out(), line, fills);
            next(line);
        }
        return Exit.OK.code();
    }

    private void next(IntentLine line) {
        if (line.intent().state() == IntentState.OPEN) {
            note("next: alluse intent cancel " + code + " " + no + " --reason TEXT, if it is not wanted any more");
        }
    }
}
