package io.alluse.cli;

import io.alluse.calendar.BusinessDay;
import io.alluse.database.Database;
import io.alluse.fault.Fault;
import io.alluse.price.Price;
import io.alluse.price.Prices;
import io.alluse.sql.Session;
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
final class PriceListCommand extends ListVerb {

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

    @Override
    void check() {
        first();
        last();
    }

    private LocalDate first() {
        return date("--from", from, EARLIEST);
    }

    private LocalDate last() {
        return date("--to", to, LATEST);
    }

    static LocalDate date(String option, @Nullable String text, LocalDate otherwise) {
        try {
            return text == null ? otherwise : BusinessDay.parse(text).date();
        } catch (IllegalArgumentException e) {
            throw Fault.usage(option + ": " + Fault.reason(e));
        }
    }

    @Override
    Listing<?> listing(Database database, Session session) {
        Prices prices = new Prices(session);
        if (prices.list(symbol, first(), last(), 1).isEmpty()) {
            throw Fault.notFound("no price of " + symbol + " is loaded; see `alluse price import --help`");
        }
        return new Listing<Price>(
                (most, each) -> prices.list(symbol, first(), last(), most).forEach(each),
                PriceText::json,
                price -> PriceText.number(price.close()),
                List.of("DATE", ">CLOSE", ">HIGH", ">LOW", ">VOLUME"),
                price -> new Object[] {
                    price.date(),
                    PriceText.number(price.close()),
                    PriceText.number(price.high()),
                    PriceText.number(price.low()),
                    PriceText.number(price.volume())
                },
                "no price");
    }
}
