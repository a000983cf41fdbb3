package io.alluse.cli;

import io.alluse.broker.LineProblem;
import io.alluse.ledger.Balances;
import io.alluse.ledger.LedgerAccount;
import io.alluse.run.Run;
import io.alluse.statement.LineCounts;
import io.alluse.statement.StatementReport;
import io.alluse.statement.Verdict;
import io.alluse.text.Durations;
import io.alluse.text.Json;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What an import came to, for people and for programs. */
final class StatementText {

    static final int MOST_SHOWN = 20;

    private StatementText() {}

    static Json json(String file, StatementReport report) {
        Run run = report.run();
        return Json.object()
                .put("file", file)
                .put("run", run.id())
                .put("statement", report.ref())
                .put("format", report.format())
                .put("businessDate", run.key().date())
                .put("firstDate", report.first())
                .put("lastDate", report.last())
                .put("outcome", run.outcome())
                .put("lines", report.seen())
                .put("posted", report.counts().posted())
                .put("duplicate", report.counts().duplicate())
                .put("ignored", report.counts().ignored())
                .put("rejected", report.counts().rejected())
                .put("withheld", report.withheld())
                .put("money", money(report.moved()))
                .put("breaks", report.breaks())
                .put("digest", run.digest())
                .put("failure", run.failure())
                .put(
                        "problems",
                        report.rejected().stream().map(StatementText::json).toList())
                .put(
                        "warnings",
                        report.warnings().stream().map(StatementText::json).toList())
                .put("lateLots", report.late().stream().map(LateText::json).toList());
    }

    static Json json(Verdict verdict) {
        LineProblem problem = verdict.problem();
        Json json = problem == null ? Json.object().put("line", verdict.line()) : json(problem);
        return json.put("lines", verdict.lines())
                .put("verdict", verdict.kind().word())
                .put("reason", verdict.reason());
    }

    private static Json json(LineProblem problem) {
        return Json.object()
                .put("line", problem.line())
                .put("column", problem.column())
                .put("field", problem.field())
                .put("expected", problem.expected())
                .put("found", problem.found())
                .put("value", problem.raw());
    }

    static Json money(Balances totals) {
        Json money = Json.object();
        for (LedgerAccount account : LedgerAccount.values()) {
            if (!totals.of(account).isZero()) {
                money.put(account.name(), totals.natural(account).toString());
            }
        }
        return money;
    }

    static void print(PrintWriter out, String file, StatementReport report) {
        Run run = report.run();
        Duration took = Duration.between(run.startedAt(), run.endedAt() == null ? run.startedAt() : run.endedAt());
        out.println(file + "  " + report.format() + "  statement " + report.ref() + "  run " + run.id() + " of "
                + run.key().date() + "  " + run.outcome() + " in " + Durations.text(took));
        counts(out, report.seen(), report.counts());
        if (report.withheld() > 0) {
            count(out, "not posted", report.withheld());
        }
        for (LedgerAccount account : LedgerAccount.values()) {
            if (!report.moved().of(account).isZero()) {
                out.printf(
                        Locale.ROOT,
                        "  %-14s %s%n",
                        account,
                        report.moved().natural(account).readable());
            }
        }
        if (report.breaks() > 0) {
            count(out, "open breaks", report.breaks());
        }
        if (run.digest() != null) {
            out.println("  digest         " + run.digest());
        }
        report.late().forEach(late -> LateText.lines(late).forEach(out::println));
        out.flush();
    }

    static void counts(PrintWriter out, long seen, LineCounts counts) {
        count(out, "lines", seen);
        count(out, "posted", counts.posted());
        count(out, "duplicate", counts.duplicate());
        count(out, "ignored", counts.ignored());
        count(out, "rejected", counts.rejected());
    }

    private static void count(PrintWriter out, String what, long lines) {
        out.printf(Locale.ROOT, "  %-14s %,d%n", what, lines);
    }

    /** The first ones; the rest is counted. */
    static void problems(PrintWriter err, String file, List<Verdict> rejected, long lines) {
        rejected.stream().limit(MOST_SHOWN).forEach(verdict -> err.println(line(file, verdict)));
        if (rejected.size() > MOST_SHOWN) {
            err.println("… of " + lines + " rejected lines; --json lists up to 1,000");
        }
    }

    static void warnings(PrintWriter err, String file, List<LineProblem> warnings) {
        warnings.stream().limit(MOST_SHOWN).forEach(warning -> err.println("warning: " + warning.in(file)));
    }

    static String line(String file, Verdict verdict) {
        LineProblem problem = verdict.problem();
        String place = file + ":" + verdict.line() + (problem == null ? "" : ":" + problem.column());
        String value = problem == null || problem.raw().isEmpty() ? "" : " '" + problem.raw() + "':";
        return place + ":" + value + " " + verdict.reason();
    }
}
