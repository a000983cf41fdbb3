package io.alluse.broker;

import io.alluse.instrument.Instrument;
import io.alluse.instrument.InstrumentReader;
import io.alluse.instrument.Notation;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A Flex query of Interactive Brokers as CSV: tables one after the other, each with a header of the columns someone chose. */
final class IbFlex implements FormatReader {

    static final Format FORMAT = new MarkedFormat(
            new BrokerFormat(
                    "interactive-brokers-flex",
                    "Interactive Brokers",
                    Arrays.stream(FlexTable.values())
                            .map(table -> table.columns().toString())
                            .toList(),
                    true),
            row -> FlexTable.of(row).isPresent(),
            true,
            IbFlex::new);

    /** The same is told at several levels of detail: the first of these that a table has counts. */
    private static final List<String> LEVELS = List.of("EXECUTION", "ORDER", "DETAIL", "SUMMARY");

    private static final Set<String> OTHER_LEVELS =
            Set.of("CLOSED_LOT", "WASH_SALE", "SYMBOL_SUMMARY", "ASSET_SUMMARY", "CURRENCY", "LOT");
    private static final Set<String> MARKS = Set.of("BOF", "BOA", "BOS", "EOS", "EOA", "EOF");
    private static final String LEVEL = "LevelOfDetail";
    private static final List<String> TITLES = List.of("ClientAccountID", "CurrencyPrimary");
    private static final Actions TYPES = Actions.of("""
            Deposits/Withdrawals, Deposits & Withdrawals        | DEPOSIT/WITHDRAWAL
            Dividends, Payment In Lieu Of Dividends             | DIVIDEND
            Withholding Tax, 871(m) Withholding                 | WITHHOLDING
            Broker Interest Paid, Broker Interest Received      | INTEREST
            Bond Interest Paid, Bond Interest Received          | INTEREST
            Other Fees, Broker Fees, Advisor Fees               | FEE
            Commission Adjustments                              | FEE
            """);

    private final Remarks remarks;
    private final InstrumentReader instruments = new InstrumentReader(Notation.OCC);
    private final Map<FlexTable, Set<String>> levels = new EnumMap<>(FlexTable.class);
    private @Nullable FlexTable table;
    private @Nullable Header header;

    private IbFlex(Remarks remarks) {
        this.remarks = remarks;
    }

    @Override
    public void survey(Row row) {
        if (isHeader(row)) {
            bind(row);
        } else if (table != null && header != null && row.size() <= header.size()) {
            levels.computeIfAbsent(table, _ -> new HashSet<>()).add(new Fields(row, header).text(LEVEL));
        }
    }

    @Override
    public void surveyed() {
        table = null;
        header = null;
    }

    @Override
    public Verdict read(Row row) {
        if (row.isBlank()) {
            return new Verdict.Ignored("blank line");
        }
        if (MARKS.contains(row.cell(0))) {
            return new Verdict.Ignored("begin or end of a section");
        }
        if (isHeader(row)) {
            bind(row);
            return header(row);
        }
        if (table == null || header == null) {
            throw Refused.of(row, 1, "row", "a header above it that can be read", "none");
        }
        return counts(table, row, header);
    }

    /** Every table of theirs names the account and the currency. */
    private static boolean isHeader(Row row) {
        return row.cells().stream().map(cell -> cell.replace(" ", "")).toList().containsAll(TITLES);
    }

    private void bind(Row row) {
        table = FlexTable.of(row).orElse(null);
        header = table == null ? null : table.columns().header(row);
    }

    private Verdict header(Row row) {
        if (table == null) {
            throw Refused.of(row, 1, "header", "the columns of trades, of cash or of positions", "others");
        }
        return new Verdict.Ignored("header");
    }

    private Verdict counts(FlexTable of, Row row, Header under) {
        Fields fields = new Fields(row, under);
        String level = fields.text(LEVEL);
        Set<String> told = levels.getOrDefault(of, Set.of());
        String counted = LEVELS.stream().filter(told::contains).findFirst().orElse("");
        if (!level.equals(counted)) {
            if (LEVELS.contains(level) || OTHER_LEVELS.contains(level)) {
                return new Verdict.Ignored("another level of detail");
            }
            throw fields.refused(LEVEL, "one of " + String.join(", ", LEVELS), "another one");
        }
        return switch (of) {
            case TRADES -> trade(fields);
            case CASH -> TYPES.judge(fields, "Type", takes -> cash(fields, takes));
            case POSITIONS -> position(fields);
        };
    }

    private Verdict trade(Fields fields) {
        mustBeDollars(fields);
        Instrument instrument = instrument(fields);
        BigDecimal quantity = fields.number("Quantity");
        boolean net = !fields.isBlank("NetCash");
        Money proceeds = net ? fields.roundedMoneyOrZero("Proceeds") : fields.roundedMoney("Proceeds");
        Money fees = fields.roundedMoneyOrZero("IBCommission")
                .plus(fields.roundedMoneyOrZero("Taxes"))
                .negated();
        List<String> codes = new ArrayList<>(List.of(fields.text("Notes/Codes").split(";")));
        codes.addAll(List.of(fields.text("Open/CloseIndicator").split(";")));
        return new Draft(fields.row(), IbTrades.action(instrument, quantity, proceeds, codes), day(fields, "TradeDate"))
                .account(fields.text("ClientAccountID"))
                .at(time(fields))
                .effect(IbTrades.effect(instrument, codes))
                .of(instrument)
                .quantity(quantity)
                .price(fields.numberOrNull("TradePrice"))
                .amount(net ? fields.roundedMoney("NetCash") : proceeds.minus(fees))
                .fees(fees)
                .text(fields.text("Description"))
                .taken();
    }

    private Verdict cash(Fields fields, Meaning.Takes takes) {
        mustBeDollars(fields);
        Money amount = fields.roundedMoney("Amount");
        LocalDate settled = day(fields, fields.isBlank("SettleDate") ? "Date/Time" : "SettleDate");
        return new Draft(fields.row(), takes.action(amount), settled)
                .posted(fields.isBlank("ReportDate") ? settled : day(fields, "ReportDate"))
                .account(fields.text("ClientAccountID"))
                .of(fields.isBlank("Symbol") ? null : instrument(fields))
                .amount(amount)
                .text(fields.text("Description"))
                .taken();
    }

    private Verdict position(Fields fields) {
        mustBeDollars(fields);
        remarks.stated(new Stated.Position(
                fields.line(),
                fields.text("ClientAccountID"),
                fields.isBlank("ReportDate") ? null : day(fields, "ReportDate"),
                instrument(fields),
                fields.number("Quantity")));
        return new Verdict.Ignored("position");
    }

    private static void mustBeDollars(Fields fields) {
        if (!fields.text("CurrencyPrimary").equals("USD")) {
            throw fields.refused("CurrencyPrimary", "USD", "another currency, which is not kept here");
        }
    }

    private Instrument instrument(Fields fields) {
        String symbol = fields.text("Symbol");
        Instrument instrument = switch (fields.text("AssetClass")) {
            case "", "STK", "OPT", "FUND", "CRYPTO" -> fields.instrument("Symbol", instruments);
            case "FUT" -> fields.instrument("Symbol", "/" + symbol, instruments);
            case "FOP", "FSFOP" -> fields.instrument("Symbol", "./" + symbol, instruments);
            default -> throw fields.refused("AssetClass", "STK, OPT, FUT, FOP or FUND", "another one");
        };
        return fields.multiplied(instrument, "Multiplier");
    }

    /** The patterns of days and times are chosen with the query. */
    private static LocalDate day(Fields fields, String title) {
        String text = fields.text(title).split("[;, ]", 2)[0];
        for (Dates dates : Dates.values()) {
            LocalDate day = dates.parse(text);
            if (day != null) {
                return day;
            }
        }
        throw fields.refused(title, "a date such as 20240131 or 2024-01-31", "none");
    }

    private static @Nullable LocalTime time(Fields fields) {
        String text = fields.text("DateTime");
        int start = Math.max(text.indexOf(';'), text.lastIndexOf(' '));
        int from = Math.max(start, text.indexOf(',')) + 1;
        return from == 0 ? null : Times.parse(text.substring(from).strip());
    }
}
