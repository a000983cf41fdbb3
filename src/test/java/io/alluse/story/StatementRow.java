package io.alluse.story;

import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line of a statement as a person would write it, and the row of Charles Schwab's CSV that says the same. */
final class StatementRow {

    static final String EXAMPLES =
            "sell to open 2 TSLA 2026-01-16 P 400 at 5.00 fee 1.30; expired 2 TSLA 2026-01-16 P 400;"
                    + " buy 100 AAPL at 250.00; dividend AAPL 25.00; interest 3.10; fee 5.00; deposit 1000; withdrawal 500";

    private static final String INSTRUMENT =
            "(?<symbol>[A-Z.]+)(?: (?<expiry>\\d{4}-\\d\\d-\\d\\d) (?<right>[PC]) (?<strike>[\\d.]+))?";
    private static final Pattern TRADE =
            Pattern.compile("(?<verb>buy|sell|sell to open|buy to close|buy to open|sell to close) (?<units>[\\d.]+) "
                    + INSTRUMENT + " at (?<price>[\\d.]+)(?: fee (?<fee>[\\d.]+))?");
    private static final Pattern END = Pattern.compile("(?<verb>expired|assigned) (?<units>\\d+) " + INSTRUMENT);
    private static final Pattern CASH = Pattern.compile(
            "(?<verb>dividend|withholding|interest|margin interest|fee|deposit|withdrawal)(?: (?<symbol>[A-Z.]+))? (?<amount>[\\d.]+)");
    private static final Map<String, String> ACTIONS = Map.of(
            "dividend", "Cash Dividend",
            "withholding", "NRA Tax Adj",
            "interest", "Credit Interest",
            "margin interest", "Margin Interest",
            "fee", "Service Fee",
            "deposit", "MoneyLink Transfer",
            "withdrawal", "MoneyLink Transfer");
    private static final DateTimeFormatter US = DateTimeFormatter.ofPattern("MM/dd/yyyy");
    private static final BigDecimal MULTIPLIER = new BigDecimal(100);

    private StatementRow() {}

    /** With a title, since the very same file is imported once, whosever it is. */
    static String header(String whose) {
        return "\"Transactions of " + whose
                + "\"\n\"Date\",\"Action\",\"Symbol\",\"Description\",\"Quantity\",\"Price\","
                + "\"Fees & Comm\",\"Amount\"\n";
    }

    /** Empty, where it is not written like the examples. */
    static Optional<String> of(LocalDate date, String text) {
        Matcher trade = TRADE.matcher(text);
        if (trade.matches()) {
            return Optional.of(trade(date, trade));
        }
        Matcher end = END.matcher(text);
        if (end.matches()) {
            return Optional.of(row(date, word(end.group("verb")), instrument(end), end.group("units"), "", "", ""));
        }
        Matcher cash = CASH.matcher(text);
        return cash.matches() ? Optional.of(cash(date, cash)) : Optional.empty();
    }

    private static String trade(LocalDate date, Matcher trade) {
        boolean option = trade.group("expiry") != null;
        BigDecimal value = new BigDecimal(trade.group("units")).multiply(new BigDecimal(trade.group("price")));
        Money gross = Money.of(option ? value.multiply(MULTIPLIER) : value);
        Money fee = trade.group("fee") == null ? Money.ZERO : Money.of(trade.group("fee"));
        Money amount = trade.group("verb").startsWith("sell")
                ? gross.minus(fee)
                : gross.plus(fee).negated();
        return row(
                date,
                word(trade.group("verb")),
                instrument(trade),
                trade.group("units"),
                "$" + trade.group("price"),
                fee.isZero() ? "" : "$" + fee,
                dollars(amount));
    }

    private static String cash(LocalDate date, Matcher cash) {
        Money amount = Money.of(cash.group("amount"));
        boolean leaves = switch (cash.group("verb")) {
            case "withholding", "margin interest", "fee", "withdrawal" -> true;
            default -> false;
        };
        String symbol = cash.group("symbol") == null ? "" : cash.group("symbol");
        String action = ACTIONS.getOrDefault(cash.group("verb"), "");
        return row(date, action, symbol, "", "", "", dollars(leaves ? amount.negated() : amount));
    }

    private static String dollars(Money amount) {
        return amount.signum() < 0 ? "-$" + amount.negated() : "$" + amount;
    }

    /** {@code sell to open}, in the broker's words {@code Sell to Open}. */
    private static String word(String verb) {
        return Stream.of(verb.split(" "))
                .map(word ->
                        word.equals("to") ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    private static String instrument(Matcher matcher) {
        return matcher.group("expiry") == null
                ? matcher.group("symbol")
                : matcher.group("symbol") + " "
                        + LocalDate.parse(matcher.group("expiry")).format(US) + " " + Money.of(matcher.group("strike"))
                        + " " + matcher.group("right");
    }

    private static String row(LocalDate date, String... cells) {
        return Stream.of(date.format(US), cells[0], cells[1], "", cells[2], cells[3], cells[4], cells[5])
                .map(cell -> '"' + cell + '"')
                .collect(Collectors.joining(","));
    }
}
