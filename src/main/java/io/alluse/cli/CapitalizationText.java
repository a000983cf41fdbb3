package io.alluse.cli;

import io.alluse.capitalization.CapitalizationPreview;
import io.alluse.capitalization.CapitalizationReport;
import io.alluse.capitalization.PlannedMain;
import io.alluse.csv.CsvProblem;
import io.alluse.ledger.Balances;
import io.alluse.ledger.LedgerAccount;
import io.alluse.run.Run;
import io.alluse.text.Durations;
import io.alluse.text.Json;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What a capitalization says when it is done. */
final class CapitalizationText {

    private static final int MOST_SHOWN = 20;

    private CapitalizationText() {}

    static Json json(CapitalizationReport report) {
        Run run = report.run();
        return Json.object()
                .put("run", run.id())
                .put("job", run.key().job())
                .put("date", run.key().date())
                .put("outcome", run.outcome())
                .put("population", run.population())
                .put("posted", report.opened())
                .put("nothing", run.nothing())
                .put("waiting", 0)
                .put("review", 0)
                .put("notEligible", 0)
                .put("setAside", run.setAside())
                .put("accounts", report.accounts())
                .put("firstAndLast", report.firstAndLast())
                .put("money", money(report.totals()))
                .put("transfers", report.totals().of(LedgerAccount.TRANSFERS).toString())
                .put("digest", run.digest())
                .put("failure", run.failure())
                .put("problems", problems(report.problems()));
    }

    static Json json(CapitalizationPreview preview) {
        return Json.object()
                .put("dryRun", true)
                .put("population", preview.rows())
                .put("posted", preview.opened())
                .put("nothing", preview.alreadyThere())
                .put("setAside", preview.refused())
                .put("money", money(preview.totals()))
                .put("problems", problems(preview.problems()));
    }

    /** Nothing was opened, nothing is written about it. */
    static Json refused(CapitalizationPreview preview) {
        return Json.object()
                .put("outcome", "REFUSED")
                .put("population", preview.rows())
                .put("posted", 0)
                .put("nothing", preview.alreadyThere())
                .put("setAside", preview.refused())
                .put("problems", problems(preview.problems()));
    }

    private static List<Json> problems(List<CsvProblem> problems) {
        return problems.stream()
                .map(problem -> Json.object()
                        .put("line", problem.line())
                        .put("column", problem.column())
                        .put("field", problem.field())
                        .put("value", problem.value())
                        .put("reason", problem.reason()))
                .toList();
    }

    private static Json money(Balances totals) {
        Json money = Json.object();
        for (LedgerAccount account : LedgerAccount.values()) {
            if (!totals.of(account).isZero()) {
                money.put(account.name(), totals.natural(account).toString());
            }
        }
        return money;
    }

    static void print(PrintWriter out, CapitalizationReport report) {
        Run run = report.run();
        Duration took = Duration.between(run.startedAt(), run.endedAt() == null ? run.startedAt() : run.endedAt());
        out.println(run.key() + "  run " + run.id() + "  " + run.outcome() + " in " + Durations.text(took));
        counts(
                out,
                run.population() == null ? 0 : run.population(),
                report.opened(),
                run.nothing(),
                run.setAside(),
                "opened",
                report.firstAndLast());
        totals(out, report.totals());
        if (run.digest() != null) {
            out.println("  digest         " + run.digest());
        }
        out.flush();
    }

    static void print(PrintWriter out, CapitalizationPreview preview) {
        out.println("dry run: nothing was written");
        counts(
                out,
                preview.rows(),
                preview.opened(),
                preview.alreadyThere(),
                preview.refused(),
                "would open",
                List.of());
        totals(out, preview.totals());
        out.flush();
    }

    static void print(PrintWriter out, PlannedMain main) {
        out.printf(
                Locale.ROOT,
                "%-12s %-24s %-14s %18s%n",
                main.code(),
                main.name(),
                main.policy(),
                main.capital().readable());
        for (PlannedMain.PlannedAccount account : main.accounts()) {
            out.printf(
                    Locale.ROOT,
                    "  %-22s %-7s %20s %18s to invest %16s buffer%n",
                    account.code(),
                    account.state(),
                    account.capital().readable(),
                    account.investable().readable(),
                    account.buffer().readable());
        }
    }

    private static void counts(
            PrintWriter out, long rows, long opened, long there, long refused, String verb, List<String> codes) {
        out.printf(Locale.ROOT, "  rows           %,d%n", rows);
        out.printf(
                Locale.ROOT,
                "  %-14s %,d main account%s, %,d accounts%s%n",
                verb,
                opened,
                opened == 1 ? "" : "s",
                3 * opened,
                codes.isEmpty() ? "" : ": " + String.join(" to ", codes));
        out.printf(Locale.ROOT, "  already there  %,d%n", there);
        out.printf(Locale.ROOT, "  refused        %,d%n", refused);
    }

    private static void totals(PrintWriter out, Balances totals) {
        for (LedgerAccount account : LedgerAccount.values()) {
            if (!totals.of(account).isZero()) {
                out.printf(
                        Locale.ROOT,
                        "  %-14s %s%n",
                        account,
                        totals.natural(account).readable());
            }
        }
    }

    /** The first ones; the rest is counted. */
    static void problems(PrintWriter err, CapitalizationVerb.Input input, List<CsvProblem> problems) {
        problems.stream().limit(MOST_SHOWN).forEach(problem -> err.println(input.problem(problem)));
        if (problems.size() > MOST_SHOWN) {
            err.println("… and " + (problems.size() - MOST_SHOWN) + " more; --json lists up to 1,000");
        }
    }
}
