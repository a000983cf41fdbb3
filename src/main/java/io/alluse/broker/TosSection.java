package io.alluse.broker;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The sections of a thinkorswim account statement: a title on a line of its own, then columns, then rows. */
enum TosSection {
    CASH("Cash Balance", "DATE, TIME, TYPE, REF #, DESCRIPTION, Misc Fees, Commissions & Fees, AMOUNT, BALANCE"),
    TRADES(
            "Account Trade History",
            "Exec Time, Spread, Side, Qty, Pos Effect, Symbol, Exp, Strike, Type, Price, Net Price, [Order Type]"),
    EQUITIES("Equities", "Symbol, Description, Qty, Trade Price, [Mark], [Mark Value]"),
    OPTIONS("Options", "Symbol, Option Code, Exp, Strike, Type, Qty, Trade Price, [Mark], [Mark Value]"),
    FUTURES(
            "Futures Statements",
            "Trade Date, Exec Date, Exec Time, Type, Ref #, Description, Misc Fees, Commissions & Fees, Amount, Balance"),
    FOREX("Forex Statements", "Date, Time, Type, Ref #, Description, Commissions & Fees, Amount, Amount(USD), Balance"),
    CRYPTO("Crypto Statements", "Date, Time, Type, Ref #, Description, [*]"),
    ORDERS("Account Order History", "Notes, Time Placed, [*]"),
    FUTURES_POSITIONS("Futures", "Symbol, Description, [*]"),
    FUTURES_OPTIONS("Futures Options", "Symbol, Option Code, [*]"),
    FOREX_SUMMARY("Forex Account Summary", "Forex Cash, [*]"),
    PROFITS("Profits and Losses", "Symbol, Description, [*]"),
    SUMMARY("Account Summary", "Net Liquidating Value, [*]");

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // never changes once it has been written down
    private final Columns columns;

    TosSection(String title, String columns) {
        this.title = title;
        this.columns = Columns.of(columns);
    }

    Columns columns() {
        return columns;
    }

    /** The one whose title this row is. */
    static Optional<TosSection> of(Row row) {
        return row.size() != 1
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(section -> section.title.equals(row.cell(0)))
                        .findFirst();
    }

    static List<String> texts() {
        return Arrays.stream(values())
                .filter(section -> !section.columns.isOpen())
                .map(section -> section.title + ": " + section.columns)
                .toList();
    }
}
