package io.alluse.cli;

import io.alluse.account.AccountId;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.report.AccountLine;
import io.alluse.report.AccountReports;
import io.alluse.sql.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Main accounts, their accounts, what those have forked, and where money went between them. */
@Command(
        name = "tree",
        description = {
            "Shows main accounts with their accounts, forks and merges, and the money that went from one account to another.",
            "",
            "Examples:",
            "  alluse account tree A-000042",
            "  alluse account tree --limit 50 --after A-000042",
            "  alluse account tree A-000042 --json",
            ""
        })
final class AccountTreeCommand extends Verb {

    private static final int PAGE = 20;
    private static final int JSON_PAGE = 200;

    @Parameters(
            arity = "0..1",
            paramLabel = "CODE",
            converter = Code.class,
            description = "one main account (default: all, page by page)")
    @Nullable
    private String code;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "" + PAGE,
            description = "main accounts per page (default: " + PAGE + ", all with --json)")
    private int limit;

    @Option(
            names = "--after",
            paramLabel = "CODE",
            converter = Code.class,
            description = "go on after this main account")
    @Nullable
    private String after;

    @Override
    public Integer call() {
        if (limit < 1) {
            throw Fault.usage("--limit " + limit + ": a page has at least one main account");
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

    private boolean limited() {
        return spec().commandLine().getParseResult().hasMatchedOption("--limit");
    }

    /** One more main account than is shown tells whether there is a next page. */
    private void printText(AccountReports reports) {
        List<AccountLine> lines = reports.tree(code, after, limit + 1);
        List<AccountId> mains = mains(lines);
        if (mains.isEmpty()) {
            note(after == null ? "no accounts yet; start with `alluse plan --help`" : "no more after " + after);
        }
        List<AccountId> shown = mains.subList(0, Math.min(limit, mains.size()));
        List<FamilyTree> trees = FamilyTree.of(lines, reports.ties(shown)).subList(0, shown.size());
        trees.forEach(tree -> TreeText.print(out(), tree, Terminal.width()));
        out().flush();
        if (mains.size() > limit) {
            note("there are more; the next page: the same command with --after "
                    + trees.getLast().main().code());
        }
    }

    private static List<AccountId> mains(List<AccountLine> lines) {
        return lines.stream().map(line -> line.id().main()).distinct().toList();
    }

    private void printJson(AccountReports reports) {
        String last = after;
        int left = limited() ? limit : Integer.MAX_VALUE;
        JsonArray array = new JsonArray(out());
        while (left > 0) {
            List<AccountLine> lines = reports.tree(code, last, Math.min(left, JSON_PAGE));
            List<FamilyTree> trees = FamilyTree.of(lines, reports.ties(mains(lines)));
            trees.forEach(tree -> array.add(TreeJson.of(tree)));
            if (trees.isEmpty() || code != null) {
                break;
            }
            last = trees.getLast().main().code();
            left -= trees.size();
        }
        array.end();
    }
}
