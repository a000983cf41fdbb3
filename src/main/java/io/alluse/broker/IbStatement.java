package io.alluse.broker;

import io.alluse.instrument.Instrument;
import io.alluse.instrument.InstrumentReader;
import io.alluse.instrument.Notation;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one activity statement says about itself, wherever in it that stands. */
final class IbStatement {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

    private final InstrumentReader instruments = new InstrumentReader(Notation.INTERACTIVE_BROKERS);
    private final Map<String, BigDecimal> multipliers = new HashMap<>();
    private List<String> instrumentTitles = List.of();
    private String account = "";
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private boolean orders;

    void look(Row row) {
        switch (row.cell(0)) {
            case "Statement" -> lookAtPeriod(row);
            case "Account Information" -> lookAtAccount(row);
            case "Financial Instrument Information" -> lookAtInstrument(row);
            case "Trades" -> orders |= row.cell(1).equals("Data") && row.cell(2).equals("Order");
            default -> {
                // says nothing about the rest
            }
        }
    }

    private void lookAtAccount(Row row) {
        if (row.cell(2).equals("Account")) {
            account = row.cell(3);
        }
    }

    /** {@code April 1, 2025 - June 30, 2025}, or one day. */
    private void lookAtPeriod(Row row) {
        if (row.cell(2).equals("Period")) {
            String[] days = row.cell(3).split(" - ");
            from = day(days[0]);
            to = day(days[days.length - 1]);
        }
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip(), DAY);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private void lookAtInstrument(Row row) {
        List<String> cells = row.cells();
        if (row.cell(1).equals("Header")) {
            instrumentTitles = cells;
            return;
        }
        int symbol = instrumentTitles.indexOf("Symbol");
        int multiplier = instrumentTitles.indexOf("Multiplier");
        BigDecimal number = multiplier < 0 ? null : Numbers.parse(row.cell(multiplier));
        if (symbol >= 0 && number != null && number.signum() > 0) {
            multipliers.put(row.cell(symbol), number);
        }
    }

    /** Of the row, where the statement is of several. */
    String account(Fields fields) {
        return fields.isBlank("Account") ? account : fields.text("Account");
    }

    String account() {
        return account;
    }

    @Nullable
    LocalDate from() {
        return from;
    }

    @Nullable
    LocalDate to() {
        return to;
    }

    /** Executions are told besides the orders they fill. */
    boolean hasOrders() {
        return orders;
    }

    Instrument instrument(Fields fields, String title) {
        String symbol = fields.text(title);
        BigDecimal multiplier = multipliers.get(symbol);
        Instrument instrument = switch (fields.text("Asset Category")) {
            case "Stocks", "Equity and Index Options", "Mutual Funds", "Crypto" ->
                fields.instrument(title, instruments);
            case "Futures" -> fields.instrument(title, "/" + symbol, instruments);
            case "Options On Futures", "Futures Options" -> fields.instrument(title, "./" + symbol, instruments);
            default -> throw fields.refused("Asset Category", "Stocks, Equity and Index Options or Futures", "another");
        };
        return multiplier == null ? instrument : Fields.multiplied(instrument, multiplier);
    }

    /** What a description begins with: {@code AAPL(US0378331005) Cash Dividend …}; null where it is about no instrument. */
    @Nullable
    Instrument named(String description) {
        int end = description.indexOf('(');
        return end <= 0 ? null : instruments.read(description.substring(0, end).strip());
    }
}
