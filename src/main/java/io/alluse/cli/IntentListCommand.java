package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.intent.IntentLine;
import io.alluse.intent.IntentQuery;
import io.alluse.intent.IntentState;
import io.alluse.intent.Intents;
import io.alluse.sql.Session;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which intents there are. */
@Command(
        name = "list",
        description = {
            "Lists order intents that are open, account by account; --state lists others.",
            "",
            "Examples:",
            "  alluse intent list",
            "  alluse intent list --main A-000042 --state all",
            "  alluse intent list --date 2026-01-09 --state filled --json",
            ""
        })
final class IntentListCommand extends ListVerb {

    private static final String ALL = "all";

    @Option(
            names = {"--account", "--main"},
            paramLabel = "CODE",
            converter = Code.class,
            description = "only of this account or main account")
    @Nullable
    private String account;

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "only those that the run for this date has made")
    @Nullable
    private String date;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            completionCandidates = StateWords.OfIntents.class,
            defaultValue = "open",
            description = "open, filled, expired, cancelled or all (default: open)")
    @SuppressWarnings("NullAway.Init")
    private String state;

    @Override
    void check() {
        state();
        day();
    }

    private @Nullable IntentState state() {
        return state.equalsIgnoreCase(ALL)
                ? null
                : Choice.of("--state", state, IntentState.values(), IntentState::word, ALL);
    }

    private @Nullable LocalDate day() {
        return date == null ? null : PriceListCommand.date("--date", date, LocalDate.MIN);
    }

    @Override
    Listing<?> listing(Database database, Session session) {
        Intents intents = new Intents(session);
        IntentState only = state();
        IntentQuery query = new IntentQuery(Codes.id(session, account), day(), only);
        return new Listing<IntentLine>(
                (most, each) -> intents.list(query, most, each),
                IntentText::json,
                line -> line.code() + " " + line.intent().ref().text(),
                List.of("ACCOUNT", "INTENT", "MADE ON", "ORDER", ">BUDGET", "FROM", "UNTIL", ">FILLED", "STATE"),
                IntentText::row,
                "no order intents" + (only == null ? "" : " are " + only.word() + "; --state all shows others"));
    }
}
