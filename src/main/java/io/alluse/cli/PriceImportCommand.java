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
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads a file of prices. */
@Command(
        name = "import",
        description = {
            "Loads prices from a CSV file with the columns symbol,date,close[,high,low,volume] in any order.",
            "",
            "Examples:",
            "  alluse price import prices.csv",
            "  alluse price import prices.csv --dry-run",
            "  alluse price import corrected.csv --replace",
            ""
        },
        footer = {
            "",
            "A symbol is AAPL, or for an option AAPL 2024-03-15 150 C. Rows that are wrong are listed and refused, the",
            "others are loaded: exit 3. A price that is loaded with another value is refused without --replace."
        })
final class PriceImportCommand extends Verb {

    @Parameters(paramLabel = "FILE", description = "the CSV file")
    @SuppressWarnings("NullAway.Init")
    private Path file;

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
            BusinessDay today = BusinessDay.today(clock());
            report = dryRun ? prices.preview(file, today, replace) : prices.load(file, today, replace);
        }
        report.problems().forEach(problem -> err().println(problem.in(file.toString())));
        answer(report);
        return (report.refused() > 0 ? Exit.SET_ASIDE : Exit.OK).code();
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
                    .put("refused", report.refused())
                    .put("dryRun", dryRun));
            return;
        }
        out().println("%s: %d rows = %d loaded + %d replaced + %d already there + %d refused%s"
                .formatted(
                        file,
                        report.rows(),
                        report.loaded(),
                        report.replaced(),
                        report.alreadyThere(),
                        report.refused(),
                        dryRun ? " (dry run)" : ""));
        if (report.problems().size() < report.refused()) {
            note("only the first " + report.problems().size() + " problems are listed");
        }
    }
}
