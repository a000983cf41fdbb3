package io.alluse.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Option trades of many accounts in one file, as Fidelity tells all accounts at once: puts are sold, and bought back a week later. */
final class ManyTrades {

    private static final DateTimeFormatter US = DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT);
    private static final DateTimeFormatter CODE = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final String[] ROOTS = {"AAPL", "MSFT", "NVDA", "TSLA", "AMZN", "GOOG"};
    private static final int TRADES_A_DAY = 4;

    private ManyTrades() {}

    /** Main accounts of three accounts each; the brokerage accounts are F0001, F0002, … */
    static String plan(int mains) {
        StringBuilder plan = new StringBuilder("name,capital,gen_reference,rev_reference,com_reference\n");
        for (int i = 0; i < mains; i++) {
            plan.append("Account-").append(i + 1).append(",500000");
            for (int tier = 0; tier < 3; tier++) {
                plan.append(',').append(reference(3 * i + tier));
            }
            plan.append('\n');
        }
        return plan.toString();
    }

    static String reference(int account) {
        return String.format(Locale.ROOT, "F%05d", account);
    }

    /** Day by day, each day account by account; even days open what odd days close. */
    static Path write(Path file, int accounts, int rows) {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("\uFEFF\n\nRun Date,Account,Account Number,Action,Symbol,Description,Type,Price ($),Quantity,"
                    + "Commission ($),Fees ($),Accrued Interest ($),Amount ($),Settlement Date\n");
            LocalDate day = LocalDate.of(2025, 1, 6);
            for (int written = 0, nth = 0; written < rows; day = next(day), nth++) {
                for (int trade = 0; trade < accounts * TRADES_A_DAY && written < rows; trade++, written++) {
                    out.write(row(day, nth, trade / TRADES_A_DAY, trade % TRADES_A_DAY));
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalDate next(LocalDate day) {
        LocalDate next = day.plusDays(1);
        return next.getDayOfWeek() == DayOfWeek.SATURDAY ? next.plusDays(2) : next;
    }

    private static String row(LocalDate day, int nth, int account, int trade) {
        boolean opens = nth % 2 == 0;
        String root = ROOTS[(account + trade + nth / 2) % ROOTS.length];
        int strike = 100 + 5 * trade + nth / 2 % 40;
        LocalDate expiry = LocalDate.of(2026, 1, 16);
        int cents = 150 + (account * 7 + trade * 13 + nth / 2) % 100;
        String option = root + expiry.format(CODE) + "P" + strike;
        String words = "PUT (" + root + ") SOME COMPANY JAN 16 26 $" + strike + " (100 SHS)";
        int paid = opens ? cents * 100 - 67 : cents * 50 + 67;
        return day.format(US) + ",\"Individual\",\"" + reference(account) + "\",\""
                + (opens ? "YOU SOLD OPENING TRANSACTION " : "YOU BOUGHT CLOSING TRANSACTION ") + words
                + " (Margin)\",-" + option + ",\"" + words + "\",Margin," + cents / 100.0 / (opens ? 1 : 2) + ","
                + (opens ? "-1" : "1") + ",0.65,0.02,," + (opens ? "" : "-") + paid / 100 + "."
                + String.format(Locale.ROOT, "%02d", paid % 100) + ","
                + next(day).format(US) + "\n";
    }
}
