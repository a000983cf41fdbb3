package io.alluse.cli;

import io.alluse.calendar.BusinessDay;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.holding.Lot;
import io.alluse.ledger.LedgerAccount;
import io.alluse.report.AccountLots;
import io.alluse.report.LotReports;
import io.alluse.sql.Session;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an account holds, purchase by purchase. */
@Command(
        name = "lots",
        description = {
            "Lists the lots of an account: what was opened when and at what cost, what is left of it, and since when it is held.",
            "",
            "Examples:",
            "  alluse account lots A-000042-GEN",
            "  alluse account lots A-000042-GEN --all --json",
            "  alluse account lots A-000042-GEN --as-of 2025-12-31",
            ""
        },
        footer = {
            "",
            "Quantities and costs of short lots are negative. Open costs add up to SECURITIES and SHORT_OPTIONS of the",
            "account. Cost is the ledger's; wash sales and section 1256 are in `alluse tax ledger`. See",
            "docs/lots-and-tax.md."
        })
final class AccountLotsCommand extends Verb {

    @Parameters(paramLabel = "CODE", converter = Code.class, description = "an account")
    @SuppressWarnings("NullAway.Init")
    private String code;

    @Option(names = "--open", description = "only what is open (the default)")
    private boolean open;

    @Option(names = "--all", description = "what is closed as well, with what it earned")
    private boolean all;

    @Option(
            names = "--as-of",
            paramLabel = "YYYY-MM-DD",
            description = "as it was at the end of this day, by effective dates (default: as it is)")
    @Nullable
    private String asOf;

    @Override
    public Integer call() {
        if (open && all) {
            throw Fault.usage("account lots takes one of --open and --all");
        }
        @Nullable LocalDate day = asOf == null ? null : PriceListCommand.date("--as-of", asOf, LocalDate.MIN);
        try (Database database = database()) {
            LocalDate today = BusinessDay.today(clock()).date();
            answer(new LotReports(Session.of(database.program()), today).of(code, day));
        }
        out().flush();
        return Exit.OK.code();
    }

    private void answer(AccountLots account) {
        List<Lot> lots = all ? account.lots() : account.open();
        if (options().json()) {
            out().println(LotText.json(account, lots));
        } else if (options().quiet()) {
            lots.forEach(lot -> out().println(lot.no()));
        } else {
            out().print(Terminal.fit(LotText.table(account, lots, all)));
            out().print(Terminal.fit(LotText.sums(account)));
            out().flush();
        }
        warn(account);
    }

    private void warn(AccountLots account) {
        for (LedgerAccount held : AccountLots.HELD_IN) {
            if (!account.difference(held).isZero()) {
                note(held + " is " + account.ledger(held) + " in the ledger, but the lots come to "
                        + account.sum(held));
            }
        }
        account.reshaped()
                .forEach(lot -> note("lot " + lot.no()
                        + " was changed by a split or another event since it was opened, and is shown as it became"));
    }
}
