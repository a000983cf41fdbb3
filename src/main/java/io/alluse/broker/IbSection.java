package io.alluse.broker;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sections of Interactive Brokers' activity statement that mean something; the first two columns say where one is. */
enum IbSection {
    TRADES("""
            Trades, Header, DataDiscriminator, Asset Category, Currency, [Account], Symbol, Date/Time, [Exchange],
            Quantity, T. Price, [C. Price], Proceeds, Comm/Fee|Comm in USD, [Basis], [Realized P/L],
            [Realized P/L %], [MTM P/L|MTM in USD], Code"""),
    DIVIDENDS("Dividends, Header, Currency, [Account], Date, Description, Amount, [Code]"),
    WITHHOLDING_TAX("Withholding Tax, Header, Currency, [Account], Date, Description, Amount, [Code]"),
    INTEREST("Interest, Header, Currency, [Account], Date, Description, Amount, [Code]"),
    FEES("Fees, Header, Subtitle, Currency, [Account], Date, Description, Amount, [Code]"),
    TRANSACTION_FEES("""
            Transaction Fees, Header, [Asset Category], Currency, [Account], Date/Time, Symbol, Description,
            [Quantity], [Trade Price], Amount, [Code]"""),
    COMMISSION_ADJUSTMENTS("Commission Adjustments, Header, Currency, [Account], Date, Description, Amount, [Code]"),
    DEPOSITS("Deposits & Withdrawals, Header, Currency, [Account], Settle Date, Description, Amount, [Code]"),
    CORPORATE_ACTIONS("""
            Corporate Actions, Header, Asset Category, Currency, [Account], Report Date, Date/Time, Description,
            Quantity, Proceeds, Value, Realized P/L, [Code]"""),
    TRANSFERS("""
            Transfers, Header, Asset Category, Currency, [Account], Symbol, Date, Type, Direction, Xfer Company,
            Xfer Account, Qty, [Xfer Price], [Market Value], [Realized P/L], [Cash Amount], [Code]"""),
    CASH_REPORT("""
            Cash Report, Header, Currency Summary, Currency, Total, [Securities], [Futures], [Month to Date],
            [Year to Date]"""),
    OPEN_POSITIONS("""
            Open Positions, Header, DataDiscriminator, Asset Category, Currency, [Account], Symbol, [Open], Quantity,
            [Mult], [Cost Price], [Cost Basis], [Close Price], [Value], [Unrealized P/L], [Unrealized P/L %], [Code]""");

    /** Sections that repeat or explain what stands in the others. */
    private static final Set<String> INFORMATION = Set.of(
            "Statement",
            "Account Information",
            "Net Asset Value",
            "Change in NAV",
            "Mark-to-Market Performance Summary",
            "Realized & Unrealized Performance Summary",
            "Month & Year to Date Performance Summary",
            "Forex Balances",
            "Net Stock Position Summary",
            "Change in Dividend Accruals",
            "Open Dividend Accruals",
            "Interest Accruals",
            "Financial Instrument Information",
            "Location of Customer Assets, Positions and Money",
            "Base Currency Exchange Rate",
            "IBKR Managed Securities (Lent)",
            "Collateral for Customer Borrowing",
            "Codes",
            "Notes/Legal Notes");

    @SuppressWarnings("ImmutableEnumChecker") // never changes once it has been written down
    private final Columns columns;

    IbSection(String columns) {
        this.columns = Columns.of(columns);
    }

    Columns columns() {
        return columns;
    }

    /** As the file names it. */
    private String title() {
        return columns.first();
    }

    static boolean isInformation(String title) {
        return INFORMATION.contains(title);
    }

    /** Null where it is none of these. */
    static @Nullable IbSection of(String title) {
        return Arrays.stream(values())
                .filter(section -> section.title().equals(title))
                .findFirst()
                .orElse(null);
    }

    static List<String> texts() {
        return Arrays.stream(values())
                .map(section -> section.columns.toString())
                .toList();
    }
}
