package io.alluse.bench;

import io.alluse.money.Money;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** A year of option trades of many accounts in one file, in the shape that Fidelity exports for all accounts. */
final class StatementFile {

    static final String FORMAT = "fidelity";
    static final LocalDate FIRST = LocalDate.of(2026, 1, 6);
    private static final String HEADER =
            "Run Date,Account,Account Number,Action,Symbol,Description,Type,Price ($),Quantity,Commission ($),Fees ($),"
                    + "Accrued Interest ($),Amount ($),Settlement Date";
    private static final int PER_DAY = 4;
    private static final int DAYS = 350;
    private static final long FEES_CENTS = 65;
    private static final String[] SYMBOLS = {"AAPL", "MSFT", "AMZN", "GOOG", "TSLA", "NVDA"};

    private StatementFile() {}

    /** Contracts are written and bought back on the same day, so that every second row closes what the one before it opened. */
    static void write(Path file, long rows, int accounts) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER + "\n");
            for (long row = 0; row < rows; row++) {
                out.write(row(row / accounts, (int) (row % accounts)));
            }
        }
    }

    private static String row(long nth, int account) {
        LocalDate day = FIRST.plusDays(nth / PER_DAY % DAYS);
        String date = "%02d/%02d/%d".formatted(day.getMonthValue(), day.getDayOfMonth(), day.getYear());
        boolean opens = nth % 2 == 0;
        long contract = nth / 2;
        String symbol = SYMBOLS[(int) (contract % SYMBOLS.length)];
        long strike = 100 + contract % 50;
        long cents = (opens ? 150 : 70) + contract % 97;
        Money amount = Money.ofCents(opens ? cents * 100 - FEES_CENTS : -cents * 100 - FEES_CENTS);
        return date + ",\"Individual\",\"" + BenchPlan.reference(account) + "\"," + action(opens) + ", -" + symbol
                + "270115P" + strike + ",PUT (" + symbol + ") JAN 15 27 $" + strike + " (100 SHS),Margin,"
                + Money.ofCents(cents) + "," + (opens ? "-1" : "1") + ",0.65,,," + amount + "," + date + "\n";
    }

    private static String action(boolean opens) {
        return opens ? "YOU SOLD OPENING TRANSACTION" : "YOU BOUGHT CLOSING TRANSACTION";
    }
}
