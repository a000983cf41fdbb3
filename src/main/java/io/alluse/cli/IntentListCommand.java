package io.alluse.cli;

import io.alluse.account.AccountId;
import io.alluse.account.Accounts;
import io.alluse.calendar.BusinessDay;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.intent.IntentLine;
import io.alluse.intent.IntentQuery;
import io.alluse.intent.IntentState;
import io.alluse.intent.Intents;
import io.alluse.sql.Session;
import io.alluse.text.Nearest;
import io.alluse.text.TextTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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
final class IntentListCommand extends Verb {

    private static final int PAGE = 100;
    private static final String ALL = "all";

    @Option(
            names = {"--account", "--main"},
            paramLabel = "CODE",
            description = "only of this account or main account")
    @Nullable
    private String account;

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "only those that the run for this date has made")
    @Nullable
    private String date;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            defaultValue = "open",
            description = "open, filled, expired, cancelled or all (default: open)")
    @SuppressWarnings("NullAway.Init")
    private String state;

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
        IntentState only = state();
        LocalDate on = date == null ? null : businessDay(date);
        try (Database database = database()) {
            Session session = Session.of(database.program());
            answer(new Intents(session), new IntentQuery(id(session), on, only));
        }
        out().flush();
        return Exit.OK.code();
    }

    private @Nullable IntentState state() {
        if (state.equals(ALL)) {
            return null;
        }
        List<String> known = Stream.concat(Arrays.stream(IntentState.values()).map(IntentState::word), Stream.of(ALL))
                .toList();
        return Arrays.stream(IntentState.values())
                .filter(one -> one.word().equals(state))
                .findFirst()
                .orElseThrow(() -> Fault.usage("--state: " + Nearest.unknown("state `" + state + "`", state, known)));
    }

    private static LocalDate businessDay(String text) {
        try {
            return BusinessDay.parse(text).date();
        } catch (IllegalArgumentException e) {
            throw Fault.usage("--date: " + Fault.reason(e));
        }
    }

    private @Nullable AccountId id(Session session) {
        if (account == null) {
            return null;
        }
        Accounts accounts = new Accounts(session);
        return Accounts.isMainCode(account)
                ? accounts.ofMain(account).getFirst().id().main()
                : accounts.account(account).id();
    }

    private void answer(Intents intents, IntentQuery query) {
        int most = limit == null ? Integer.MAX_VALUE : limit;
        if (options().json()) {
            JsonArray array = new JsonArray(out());
            intents.list(query, most, line -> array.add(IntentText.json(line)));
            array.end();
        } else if (options().quiet()) {
            intents.list(
                    query,
                    most,
                    line -> out().println(
                                    line.code() + " " + line.intent().ref().text()));
        } else {
            print(intents, query, limit == null ? PAGE : limit);
        }
    }

    /** One more than shown is asked for, to know whether there are more. */
    private void print(Intents intents, IntentQuery query, int most) {
        List<IntentLine> found = new ArrayList<>();
        intents.list(query, most == Integer.MAX_VALUE ? most : most + 1, found::add);
        if (found.isEmpty()) {
            note("no order intents" + (state.equals(ALL) ? "" : " are " + state + "; --state all shows others"));
            return;
        }
        TextTable table =
                TextTable.of("ACCOUNT", "INTENT", "MADE ON", "ORDER", ">BUDGET", "FROM", "UNTIL", ">FILLED", "STATE");
        found.stream().limit(most).forEach(line -> IntentText.row(table, line));
        out().print(table);
        if (found.size() > most) {
            note("there are more; --limit N shows more of them, --json all");
        }
    }
}
