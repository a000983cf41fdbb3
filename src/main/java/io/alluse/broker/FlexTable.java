package io.alluse.broker;

import java.util.Arrays;
import java.util.Optional;

/** The tables of a Flex query, told apart by the columns they cannot do without; people choose the others. */
enum FlexTable {
    TRADES("""
            ClientAccountID, CurrencyPrimary, AssetClass, Symbol, Quantity, TradePrice, TradeDate, [DateTime|Date/Time],
            [Proceeds], [IBCommission], [Taxes], [NetCash], [Multiplier], [Open/CloseIndicator], [Notes/Codes|Code],
            [LevelOfDetail], [Description], [*]"""),
    CASH("""
            ClientAccountID, CurrencyPrimary, Amount, Type, [AssetClass], [Symbol], [Description], [Date/Time|DateTime],
            [SettleDate], [ReportDate], [LevelOfDetail], [*]"""),
    POSITIONS("""
            ClientAccountID, CurrencyPrimary, AssetClass, Symbol, MarkPrice, PositionValue, Quantity|Position,
            [Multiplier], [ReportDate], [LevelOfDetail], [*]""");

    @SuppressWarnings("ImmutableEnumChecker") // never changes once it has been written down
    private final Columns columns;

    FlexTable(String columns) {
        this.columns = Columns.of(columns);
    }

    Columns columns() {
        return columns;
    }

    /** The one whose header this row is. */
    static Optional<FlexTable> of(Row row) {
        return Arrays.stream(values()).filter(table -> table.columns.areIn(row)).findFirst();
    }
}
