package io.alluse.cli;

import io.alluse.calendar.BusinessDay;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.report.AccountTax;
import io.alluse.report.TaxReports;
import io.alluse.sql.Session;
import io.alluse.taxledger.TaxLedger;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What accounts have realized, row by row and by year and term. */
@Command(
        name = "ledger",
        description = {
            "Shows what an account realized: disposals with wash sales and terms, section 1256, sums by year.",
            "",
            "Examples:",
            "  alluse tax ledger A-000042-GEN",
            "  alluse tax ledger A-000042-GEN --year 2025 --csv realized.csv",
            "  alluse tax ledger --all --year 2025 --csv - | head",
            "  alluse tax ledger --all --json",
            ""
        },
        footer = {
            "",
            TaxLedger.NOTICE + " Computed from lots and what closed them, per account: other accounts of the",
            "same person are not looked at. Section 1256 contracts held over the end of a year take the close of its",
            "last business day (alluse price import). See docs/lots-and-tax.md."
        })
final class TaxLedgerCommand extends Verb {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    @Parameters(arity = "0..1", paramLabel = "CODE", converter = Code.class, description = "an account")
    @Nullable
    private String code;

    @Option(names = "--all", description = "all accounts; their rows with --csv or --json, else sums over all of them")
    private boolean all;

    @Option(names = "--year", paramLabel = "YYYY", description = "what was realized in it (default: all years)")
    @Nullable
    private Integer year;

    @Option(names = "--csv", paramLabel = "FILE", description = "one row per disposal, for an auditor; - is stdout")
    @Nullable
    private Path csv;

    @Option(names = "--force", description = "with --csv: replace the file")
    private boolean force;

    @Override
    public Integer call() {
        if (all == (code != null)) {
            throw Fault.usage("tax ledger takes one of CODE and --all");
        }
        if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            throw Fault.usage("--year " + year + ": not a year between " + FIRST_YEAR + " and " + LAST_YEAR);
        }
        try (Database database = database()) {
            TaxReports reports = new TaxReports(
                    Session.of(database.program()), BusinessDay.today(clock()).date(), year);
            write(reports);
        }
        out().flush();
        return Exit.OK.code();
    }

    private void write(TaxReports reports) {
        if (csv == null) {
            answer(reports, none -> {});
        } else if (csv.toString().equals("-")) {
            tell(reports, new TaxFile(out())::add);
        } else {
            OutputFile.write(csv, force, writer -> withFile(reports, writer));
            note("written: " + csv);
        }
    }

    private void withFile(TaxReports reports, Writer writer) {
        answer(reports, new TaxFile(writer)::add);
    }

    /** Every account is computed once, whoever wants to see it. */
    private void answer(TaxReports reports, Consumer<AccountTax> file) {
        TaxAnswer answer = TaxAnswer.of(options().json(), all, out());
        tell(reports, tax -> {
            file.accept(tax);
            answer.add(tax);
        });
        answer.end();
    }

    private void tell(TaxReports reports, Consumer<AccountTax> each) {
        if (all) {
            reports.all(each);
        } else {
            each.accept(reports.of(Objects.requireNonNull(code)));
        }
    }
}
