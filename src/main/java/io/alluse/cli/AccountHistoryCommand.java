package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.report.AccountReports;
import io.alluse.report.HistoryLine;
import io.alluse.sql.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What happened to an account, the newest last. */
@Command(
        name = "history",
        description = {
            "Shows the events of an account with every movement, the newest last.",
            "",
            "Examples:",
            "  alluse account history A-000042-GEN",
            "  alluse account history A-000042-GEN --after 0 --limit 20",
            ""
        })
final class AccountHistoryCommand extends Verb {

    private static final int PAGE = 100;

    @Parameters(paramLabel = "CODE", converter = Code.class, description = "an account")
    @SuppressWarnings("NullAway.Init")
    private String code;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "events at most (default: " + PAGE + ", all with --json)")
    @Nullable
    private Integer limit;

    @Option(names = "--after", paramLabel = "NO", description = "only events after this one (default: the latest)")
    @Nullable
    private Integer after;

    @Override
    public Integer call() {
        if (limit != null && limit < 1) {
            throw Fault.usage("--limit " + limit + ": at least one event");
        }
        try (Database database = database()) {
            AccountReports reports = new AccountReports(Session.of(database.program()));
            if (options().json()) {
                printJson(reports);
            } else {
                printText(reports);
            }
        }
        out().flush();
        return Exit.OK.code();
    }

    private void printJson(AccountReports reports) {
        int from = start(reports.lastNo(code), limit == null ? Integer.MAX_VALUE : limit);
        JsonArray array = new JsonArray(out());
        reports.history(code, from, limit, event -> array.add(AccountText.json(event)));
        array.end();
    }

    private int start(int lastNo, int most) {
        return after == null ? Math.max(0, lastNo - most) : after;
    }

    private void printText(AccountReports reports) {
        int most = limit == null ? PAGE : limit;
        int lastNo = reports.lastNo(code);
        int from = start(lastNo, most);
        reports.history(code, from, most, this::print);
        out().flush();
        if (after == null && from > 0) {
            note(from + " earlier events; see them with --after 0");
        } else if (from < lastNo - most) {
            note("there are more; the next page: the same command with --after " + (from + most));
        }
    }

    private void print(HistoryLine event) {
        String state = event.state() == null ? "" : "  " + event.state();
        String base = event.baseChange().isZero()
                ? ""
                : "  base " + (event.baseChange().isPositive() ? "+" : "")
                        + event.baseChange().readable();
        out().println("%d  %s  %s %s  %s%s%s"
                .formatted(event.no(), event.businessDate(), event.rule(), event.ref(), event.kind(), state, base));
        for (HistoryLine.Moved moved : event.movements()) {
            String transfer = moved.transfer() == null ? "" : "  transfer " + moved.transfer();
            String line = moved.line() == null ? "" : "  line " + moved.line();
            out().println("     %s → %s  %s  effective %s%s%s"
                    .formatted(
                            moved.from(),
                            moved.to(),
                            moved.amount().readable(),
                            moved.effectiveDate(),
                            transfer,
                            line));
        }
        if (!event.detail().equals("{}")) {
            out().println("     " + event.detail());
        }
    }
}
