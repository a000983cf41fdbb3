package io.alluse.cli;

import io.alluse.calendar.BusinessDay;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.price.Price;
import io.alluse.price.Prices;
import io.alluse.sql.Session;
import io.alluse.text.TextTable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The prices of one instrument. */
@Command(
        name = "list",
        description = {
            "Lists the prices of an instrument, the newest first.",
            "",
            "Examples:",
            "  alluse price list TSLA",
            "  alluse price list \"TSLA 2026-03-20 250 P\" --from 2026-01-02 --to 2026-01-30 --json",
            ""
        })
final class PriceListCommand extends Verb {

    private static final int PAGE = 100;
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    @Parameters(
            paramLabel = "SYMBOL",
            converter = Symbol.class,
            description = "a symbol, or an option such as \"AAPL 2024-03-15 150 C\"")
    @SuppressWarnings("NullAway.Init")
    private String symbol;

    @Option(names = "--from", paramLabel = "YYYY-MM-DD", description = "not before this date")
    @Nullable
    private String from;

    @Option(names = "--to", paramLabel = "YYYY-MM-DD", description = "not after this date")
    @Nullable
    private String to;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "at most so many (default: " + PAGE + ", all with --json or --quiet)")
    @Nullable
    private Integer limit;

    @Override
    public Integer call() {
        List<Price> prices;
        try (Database database = database()) {
            prices = new Prices(Session.of(database.program()))
                    .list(symbol, date("--from", from, EARLIEST), date("--to", to, LATEST), most());
        }
        if (prices.isEmpty()) {
            throw Fault.notFound("no price of " + symbol + " is loaded; see `alluse price import --help`");
        }
        answer(prices);
        return Exit.OK.code();
    }

    private int most() {
        if (limit != null && limit < 1) {
            throw Fault.usage("--limit " + limit + ": at least one");
        }
        boolean text = !options().json() && !options().quiet();
        return limit == null ? (text ? PAGE : Integer.MAX_VALUE) : limit;
    }

    static LocalDate date(String option, @Nullable String text, LocalDate otherwise) {
        try {
            return text == null ? otherwise : BusinessDay.parse(text).date();
        } catch (IllegalArgumentException e) {
            throw Fault.usage(option + ": " + Fault.reason(e));
        }
    }

    private void answer(List<Price> prices) {
        if (options().json()) {
            JsonArray array = new JsonArray(out());
            prices.forEach(price -> array.add(PriceText.json(price)));
            array.end();
        } else if (options().quiet()) {
            prices.forEach(price -> out().println(PriceText.number(price.close())));
        } else {
            TextTable table = TextTable.of("DATE", ">CLOSE", ">HIGH", ">LOW", ">VOLUME");
            prices.forEach(price -> table.row(
                    price.date(),
                    PriceText.number(price.close()),
                    PriceText.number(price.high()),
                    PriceText.number(price.low()),
                    PriceText.number(price.volume())));
            out().print(table);
        }
    }
}
