package io.alluse.cli;

import io.alluse.report.AccountTax;
import io.alluse.taxledger.TaxLedger;
import io.alluse.taxledger.YearSum;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tax ledgers of accounts on the screen, of one or of all. */
sealed interface TaxAnswer {

    void add(AccountTax tax);

    void end();

    static TaxAnswer of(boolean json, boolean all, PrintWriter out) {
        if (json) {
            return all ? new JsonOfAll(new JsonArray(out)) : new JsonOfOne(out);
        }
        return all ? new SumsOfAll(out) : new RowsOfOne(out);
    }

    /** An element for each account that has realized something. */
    record JsonOfAll(JsonArray array) implements TaxAnswer {

        @Override
        public void add(AccountTax tax) {
            if (!tax.isEmpty()) {
                array.add(TaxText.json(tax));
            }
        }

        @Override
        public void end() {
            array.end();
        }
    }

    record JsonOfOne(PrintWriter out) implements TaxAnswer {

        @Override
        public void add(AccountTax tax) {
            out.println(TaxText.json(tax));
        }

        @Override
        public void end() {}
    }

    record RowsOfOne(PrintWriter out) implements TaxAnswer {

        @Override
        public void add(AccountTax tax) {
            if (tax.sums().isEmpty()) {
                out.println(tax.account() + "  nothing was realized");
            } else {
                out.print(TaxText.rows(tax));
                out.println();
                out.print(Terminal.fit(TaxText.sums(tax.sums())));
            }
            tax.unmarked().forEach(text -> out.println(text + "; what it earned counts when it is closed"));
        }

        @Override
        public void end() {
            out.println(TaxLedger.NOTICE);
        }
    }

    /** What all accounts come to, however many there are. */
    final class SumsOfAll implements TaxAnswer {

        private final PrintWriter out;
        private final SortedMap<Integer, YearSum> sums = new TreeMap<>();
        private long accounts;
        private long unmarked;

        SumsOfAll(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void add(AccountTax tax) {
            accounts += tax.sums().isEmpty() ? 0 : 1;
            unmarked += tax.unmarked().size();
            tax.sums().forEach(sum -> sums.merge(sum.year(), sum, YearSum::plus));
        }

        @Override
        public void end() {
            out.printf(
                    Locale.ROOT,
                    "%,d %s realized something%n",
                    accounts,
                    accounts == 1 ? "account has" : "accounts have");
            if (!sums.isEmpty()) {
                out.print(Terminal.fit(TaxText.sums(List.copyOf(sums.values()))));
            }
            if (unmarked > 0) {
                out.printf(
                        Locale.ROOT,
                        "%,d positions of section 1256 went over the end of a year without a price; --json names them%n",
                        unmarked);
            }
            out.println(TaxLedger.NOTICE);
        }
    }
}
