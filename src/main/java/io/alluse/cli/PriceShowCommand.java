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
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The price that counts on a date, and how old it is. */
@Command(
        name = "show",
        description = {
            "Shows the last price of instruments at or before a date, and how many days old it is then.",
            "",
            "Examples:",
            "  alluse price show TSLA NVDA",
            "  alluse price show TSLA --date 2026-01-30 --json",
            ""
        },
        footer = {
            "",
            "Whether a price is too old to be a mark is the policy's to say: maxPriceAgeDays. Exit 5 where one of them",
            "has no price at all."
        })
final class PriceShowCommand extends Verb {

    @Parameters(
            arity = "1..*",
            paramLabel = "SYMBOL",
            converter = Symbol.class,
            description = "symbols, or options as `price list` takes them")
    @SuppressWarnings("NullAway.Init")
    private List<String> symbols;

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "default: today in New York")
    @Nullable
    private String date;

    @Override
    public Integer call() {
        LocalDate day =
                PriceListCommand.date("--date", date, BusinessDay.today(clock()).date());
        Map<String, Price> prices;
        try (Database database = database()) {
            prices = new Prices(Session.of(database.program())).at(symbols, day);
        }
        List<Price> found = symbols.stream()
                .distinct()
                .map(prices::get)
                .filter(Objects::nonNull)
                .toList();
        answer(found, day);
        mustBeAll(prices, day);
        return Exit.OK.code();
    }

    private void mustBeAll(Map<String, Price> prices, LocalDate day) {
        List<String> missing = symbols.stream()
                .filter(symbol -> !prices.containsKey(symbol))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            throw Fault.notFound("no price of " + String.join(", ", missing) + " at or before " + day
                    + " is loaded; see `alluse price import --help`");
        }
    }

    private void answer(List<Price> found, LocalDate day) {
        if (options().json()) {
            JsonArray array = new JsonArray(out());
            found.forEach(price -> array.add(PriceText.json(price).put("ageDays", price.ageOn(day))));
            array.end();
        } else if (options().quiet()) {
            found.forEach(price -> out().println(PriceText.number(price.close())));
        } else if (!found.isEmpty()) {
            TextTable table = TextTable.of("SYMBOL", "DATE", ">CLOSE", ">AGE");
            found.forEach(price ->
                    table.row(price.symbol(), price.date(), PriceText.number(price.close()), age(price.ageOn(day))));
            out().print(Terminal.fit(table));
        }
    }

    private static String age(long days) {
        return days + (days == 1 ? " day" : " days");
    }
}
