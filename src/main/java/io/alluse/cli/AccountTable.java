package io.alluse.cli;

import io.alluse.ledger.LedgerAccount;
import io.alluse.report.AccountLine;
import io.alluse.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Accounts as a table no wider than the terminal: what matters least is left out first, long names are cut. */
final class AccountTable {

    private static final int LONGEST_NAME = 24;
    private static final int SHORTEST_NAME = 8;

    /** A column; of those that do not fit the one with the highest rank goes first. */
    private record Column(String title, int rank, Function<AccountLine, String> cell) {}

    private static final String NAME = "NAME";
    private static final List<Column> ALL = List.of(
            new Column("CODE", 0, AccountLine::code),
            new Column(NAME, 3, line -> line.main().name()),
            new Column("TIER", 7, line -> line.tier().name()),
            new Column("STATE", 1, line -> line.state().name()),
            new Column("POLICY", 6, line -> line.main().policy()),
            new Column(">BASE", 2, line -> line.base().readable()),
            new Column(">CASH", 4, line -> line.balance(LedgerAccount.CASH).readable()),
            new Column(">BUFFER", 5, line -> line.balance(LedgerAccount.BUFFER).readable()),
            new Column(">NET WORTH", 0, line -> line.netWorth().readable()));

    private AccountTable() {}

    static TextTable of(List<AccountLine> lines, int width) {
        List<Column> columns = new ArrayList<>(ALL);
        int spare = width - width(columns, lines);
        while (spare < 0 && columns.size() > 2) {
            columns.remove(leastImportant(columns));
            spare = width - width(columns, lines);
        }
        int name = Math.min(LONGEST_NAME, SHORTEST_NAME + Math.max(0, spare));
        TextTable table = TextTable.of(columns.stream().map(Column::title).toArray(String[]::new));
        for (AccountLine line : lines) {
            table.row(columns.stream().map(column -> cut(column, line, name)).toArray());
        }
        return table;
    }

    private static Column leastImportant(List<Column> columns) {
        return columns.stream()
                .max((a, b) -> Integer.compare(a.rank(), b.rank()))
                .orElseThrow();
    }

    /** With names cut as short as they may be. */
    private static int width(List<Column> columns, List<AccountLine> lines) {
        int width = 2 * (columns.size() - 1);
        for (Column column : columns) {
            int widest = column.title().replace(">", "").length();
            for (AccountLine line : lines) {
                widest = Math.max(widest, cut(column, line, SHORTEST_NAME).length());
            }
            width += widest;
        }
        return width;
    }

    private static String cut(Column column, AccountLine line, int name) {
        String cell = column.cell().apply(line);
        return column.title().equals(NAME) && cell.length() > name ? cell.substring(0, name - 1) + "…" : cell;
    }
}
