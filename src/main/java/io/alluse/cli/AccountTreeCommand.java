package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.report.AccountLine;
import io.alluse.report.AccountReports;
import io.alluse.sql.Session;
import io.alluse.text.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Main accounts, their accounts, and what those have forked. */
@Command(
        name = "tree",
        description = {
            "Shows main accounts with their accounts and forks.",
            "",
            "Examples:",
            "  alluse account tree A-000042",
            "  alluse account tree --limit 50 --after A-000042",
            ""
        })
final class AccountTreeCommand extends Verb {

    private static final int PAGE = 20;

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
        List<List<AccountLine>> mains = grouped(reports.tree(code, after, limit + 1));
        if (mains.isEmpty()) {
            note(after == null ? "no accounts yet; start with `alluse plan --help`" : "no more after " + after);
        }
        for (List<AccountLine> main : mains.subList(0, Math.min(limit, mains.size()))) {
            AccountLine.MainLine line = main.getFirst().main();
            out().println(line.code() + "  " + line.name() + "  " + line.policy());
            printForks(main, null, "");
        }
        out().flush();
        if (mains.size() > limit) {
            note("there are more; the next page: the same command with --after "
                    + mains.get(limit - 1).getFirst().main().code());
        }
    }

    private void printForks(List<AccountLine> main, @Nullable String parent, String indent) {
        List<AccountLine> children = children(main, parent);
        for (int i = 0; i < children.size(); i++) {
            AccountLine child = children.get(i);
            boolean last = i == children.size() - 1;
            out().println(indent + (last ? "└─ " : "├─ ") + child.code() + "  " + child.state() + "  "
                    + child.netWorth().readable());
            printForks(main, child.code(), indent + (last ? "   " : "│  "));
        }
    }

    /** An account forked from one of another main account is at the top of its own. */
    private static List<AccountLine> children(List<AccountLine> main, @Nullable String parent) {
        List<String> codes = main.stream().map(AccountLine::code).toList();
        return main.stream()
                .filter(line -> {
                    String inside = line.parent() != null && codes.contains(line.parent()) ? line.parent() : null;
                    return parent == null ? inside == null : parent.equals(inside);
                })
                .toList();
    }

    private void printJson(AccountReports reports) {
        String last = after;
        int left = limited() ? limit : Integer.MAX_VALUE;
        JsonArray array = new JsonArray(out());
        while (left > 0) {
            List<List<AccountLine>> mains = grouped(reports.tree(code, last, Math.min(left, PAGE)));
            mains.forEach(main -> array.add(json(main)));
            if (mains.isEmpty() || code != null) {
                break;
            }
            last = mains.getLast().getFirst().main().code();
            left -= mains.size();
        }
        array.end();
    }

    private static Json json(List<AccountLine> main) {
        AccountLine.MainLine line = main.getFirst().main();
        return Json.object()
                .put("code", line.code())
                .put("name", line.name())
                .put("policy", line.policy())
                .put("accounts", forks(main, null));
    }

    private static List<Json> forks(List<AccountLine> main, @Nullable String parent) {
        return children(main, parent).stream()
                .map(line -> AccountText.json(line).put("forks", forks(main, line.code())))
                .toList();
    }

    private static List<List<AccountLine>> grouped(List<AccountLine> lines) {
        Map<String, List<AccountLine>> mains = new LinkedHashMap<>();
        lines.forEach(line -> mains.computeIfAbsent(line.main().code(), main -> new ArrayList<>())
                .add(line));
        return List.copyOf(mains.values());
    }
}
