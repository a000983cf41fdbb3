package io.alluse.cli;

import io.alluse.account.AccountState;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.policy.Tier;
import io.alluse.report.AccountLine;
import io.alluse.report.AccountQuery;
import io.alluse.report.AccountReports;
import io.alluse.report.AccountSort;
import io.alluse.sql.Session;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which accounts there are, page by page. */
@Command(
        name = "list",
        description = {
            "Lists accounts with their balances.",
            "",
            "Examples:",
            "  alluse account list --state SAFE",
            "  alluse account list --tier COM --sort networth --desc --limit 10",
            "  alluse account list --json > accounts.json",
            ""
        })
final class AccountListCommand extends Verb {

    private static final int PAGE = 100;
    private static final int MOST_AS_TEXT = 10_000;

    @Option(names = "--tier", paramLabel = "TIER", description = "only ${COMPLETION-CANDIDATES}")
    @Nullable
    private Tier tier;

    @Option(names = "--state", paramLabel = "STATE", description = "only ${COMPLETION-CANDIDATES}")
    @Nullable
    private AccountState state;

    @Option(names = "--policy", paramLabel = "NAME", description = "only accounts whose main account has this policy")
    @Nullable
    private String policy;

    @Option(
            names = "--main",
            paramLabel = "CODE",
            converter = Code.class,
            description = "only accounts of this main account")
    @Nullable
    private String main;

    @Option(names = "--name", paramLabel = "TEXT", description = "only where the main account's name contains this")
    @Nullable
    private String name;

    @Option(
            names = "--sort",
            paramLabel = "BY",
            defaultValue = "code",
            description = "${COMPLETION-CANDIDATES} (default: code)")
    @SuppressWarnings("NullAway.Init")
    private AccountSort sort;

    @Option(names = "--desc", description = "the last or largest first")
    private boolean descending;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "at most so many (default: " + PAGE + ", all with --json or --quiet)")
    @Nullable
    private Integer limit;

    @Option(names = "--after", paramLabel = "CODE", converter = Code.class, description = "go on after this account")
    @Nullable
    private String after;

    @Override
    public Integer call() {
        AccountQuery query = new AccountQuery(tier, state, policy, main, name, sort, descending, checkedLimit(), after);
        try (Database database = database()) {
            AccountReports reports = new AccountReports(Session.of(database.program()));
            if (options().json()) {
                printJson(reports, query);
            } else if (options().quiet()) {
                reports.list(query, line -> out().println(line.code()));
            } else {
                printText(reports, query);
            }
        }
        out().flush();
        return Exit.OK.code();
    }

    private @Nullable Integer checkedLimit() {
        boolean text = !options().json() && !options().quiet();
        if (limit != null && (limit < 1 || (text && limit > MOST_AS_TEXT))) {
            throw Fault.usage("--limit " + limit + ": a page has 1 to " + MOST_AS_TEXT
                    + " accounts; for more use --json, which has no limit");
        }
        return limit == null && text ? Integer.valueOf(PAGE) : limit;
    }

    private void printJson(AccountReports reports, AccountQuery query) {
        JsonArray array = new JsonArray(out());
        reports.list(query, line -> array.add(AccountText.json(line)));
        array.end();
    }

    /** One more than is shown tells whether there is a next page. */
    private void printText(AccountReports reports, AccountQuery query) {
        int most = query.limit() == null ? PAGE : query.limit();
        List<AccountLine> lines = new ArrayList<>();
        reports.list(query.page(most + 1, after), lines::add);
        boolean more = lines.size() > most;
        List<AccountLine> shown = more ? lines.subList(0, most) : lines;
        if (shown.isEmpty()) {
            note(after == null ? "no such accounts" : "no more accounts after " + after);
            return;
        }
        out().print(Terminal.fit(AccountTable.of(shown, Terminal.width())));
        out().flush();
        if (more) {
            note("there are more; the next page: the same command with --after "
                    + shown.getLast().code());
        }
    }
}
