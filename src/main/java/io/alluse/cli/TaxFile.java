package io.alluse.cli;

import io.alluse.report.AccountTax;
import io.alluse.taxledger.TaxCsv;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVPrinter;

/** The tax ledgers of accounts as CSV, one after the other. */
final class TaxFile {

    private final CSVPrinter csv;

    TaxFile(Appendable out) {
        try {
            csv = TaxCsv.begin(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(AccountTax tax) {
        try {
            TaxCsv.write(tax.account(), tax.realized(), csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
