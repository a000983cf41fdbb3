package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.sizing.AccountSizing;
import io.alluse.sizing.SizingReports;
import io.alluse.sql.Session;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How much of what an account may hold. */
@Command(
        name = "sizing",
        description = {
            "Shows how much of each symbol an account may hold, what it holds, and how many shares or contracts fit the rest.",
            "",
            "Examples:",
            "  alluse account sizing A-000042-GEN",
            "  alluse account sizing A-000042-COM --date 2026-03-31 --json",
            ""
        },
        footer = {
            "",
            "A contract is a put backed by the price of a hundred shares. Nothing of this is stored: it follows from net worth,",
            "prices, policy and overrides of the date. See docs/rules.md, 2.6."
        })
final class AccountSizingCommand extends Verb {

    @Parameters(paramLabel = "CODE", converter = Code.class, description = "an account")
    @SuppressWarnings("NullAway.Init")
    private String code;

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "as of the end of this day (default: today)")
    @Nullable
    private String date;

    @Override
    public Integer call() {
        LocalDate day = dateOrToday(date).date();
        try (Database database = database()) {
            answer(new SizingReports(Session.of(database.program()), book()).of(code, day));
        }
        out().flush();
        return Exit.OK.code();
    }

    private void answer(AccountSizing sizing) {
        if (options().json()) {
            out().println(SizingText.json(sizing));
        } else if (options().quiet()) {
            out().println(sizing.limits().perPosition());
        } else {
            SizingText.head(sizing).forEach(out()::println);
            out().println();
            out().print(Terminal.fit(SizingText.table(sizing)));
        }
    }
}
