package io.alluse.cli;

import io.alluse.audit.Audit;
import io.alluse.calendar.BusinessDay;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.price.PriceImport;
import io.alluse.price.PriceReport;
import io.alluse.sql.Session;
import io.alluse.text.Json;
import java.nio.file.Path;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads a file of prices. */
@Command(
        name = "import",
        description = {
            "Loads prices from a CSV file with the columns symbol,date,close[,high,low,volume] in any order,",
            "or from the list of positions that Schwab or Fidelity exports, old columns or new.",
            "",
            "Examples:",
            "  alluse price import prices.csv",
            "  alluse price import prices.csv --dry-run",
            "  alluse price import corrected.csv --replace",
            "  alluse price import Individual-Positions-2026-01-30.csv",
            "  alluse price import Portfolio_Positions.csv --date 2026-01-30",
            ""
        },
        footer = {
            "",
            "A symbol is AAPL, or for an option AAPL 2024-03-15 150 C. Rows that are wrong are listed and refused, the",
            "others are loaded: exit 3. A price that is loaded with another value is refused without --replace.",
            "",
            "A list of positions is known by its columns. Its last prices become the closes of its day: the one in",
            "Schwab's title or in Fidelity's line `Date downloaded`, or the one of --date, as for a list that was",
            "exported before the close. Cash, pending activity, totals and what has no price are ignored and counted."
        })
final class PriceImportCommand extends Verb {

    @Parameters(paramLabel = "FILE", description = "the CSV file")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "of which day the prices in a list of positions are; default: what the list says")
    @Nullable
    private String date;

    @Option(names = "--replace", description = "let prices that differ from the loaded ones replace them; audited")
    private boolean replace;

    @Option(
            names = {"-n", "--dry-run"},
            description = "say what would change and change nothing")
    private boolean dryRun;

    @Override
    public Integer call() {
        PriceReport report;
        try (Database database = database()) {
            DataSource source = database.program();
            PriceImport prices = new PriceImport(Session.of(source), Audit.of(source, auditContext()));
            PriceImport.Order order = new PriceImport.Order(file, dated(), BusinessDay.today(clock()), replace);
            report = dryRun ? prices.preview(order) : prices.load(order);
        }
        report.problems().forEach(problem -> err().println(problem.in(file.toString())));
        answer(report);
        return (report.refused() > 0 ? Exit.SET_ASIDE : Exit.OK).code();
    }

    private @Nullable LocalDate dated() {
        return date == null ? null : PriceListCommand.date("--date", date, LocalDate.EPOCH);
    }

    private void answer(PriceReport report) {
        if (options().json()) {
            out().println(Json.object()
                    .put("schema", "alluse.price-import/1")
                    .put("file", file)
                    .put("rows", report.rows())
                    .put("loaded", report.loaded())
                    .put("replaced", report.replaced())
                    .put("already", report.alreadyThere())
                    .put("ignored", report.ignored())
                    .put("refused", report.refused())
                    .put("dryRun", dryRun));
            return;
        }
        out().println("%s: %d rows = %d loaded + %d replaced + %d already there%s + %d refused%s"
                .formatted(
                        file,
                        report.rows(),
                        report.loaded(),
                        report.replaced(),
                        report.alreadyThere(),
                        report.ignored() == 0 ? "" : " + " + report.ignored() + " ignored",
                        report.refused(),
                        dryRun ? " (dry run)" : ""));
        if (report.problems().size() < report.refused()) {
            note("only the first " + report.problems().size() + " problems are listed");
        }
    }
}
