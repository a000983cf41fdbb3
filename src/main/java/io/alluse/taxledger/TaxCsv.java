package io.alluse.taxledger;

import io.alluse.holding.Closing.How;
import io.alluse.holding.Lot;
import io.alluse.holding.Shares;
import io.alluse.holding.Term;
import java.io.IOException;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** One row per disposal, with what Form 8949 asks for and what an auditor does: lots and the lines that opened and closed them. */
public final class TaxCsv {

    private static final String[] COLUMNS = {
        "account",
        "form",
        "description",
        "acquired",
        "sold",
        "proceeds",
        "cost",
        "code",
        "adjustment",
        "gain",
        "term",
        "long_term_part",
        "how",
        "quantity",
        "lot",
        "opened",
        "held_since",
        "opened_by",
        "closed_by",
        "note"
    };

    private TaxCsv() {}

    /** With a line of titles; several accounts may be written one after the other. */
    public static CSVPrinter begin(Appendable out) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader(COLUMNS)
                .setRecordSeparator('\n')
                .get()
                .print(out);
    }

    public static void write(String account, TaxPeriod period, CSVPrinter out) throws IOException {
        for (Disposal row : period.disposals()) {
            write(account, row, out);
        }
        for (IndexResult row : period.indexes()) {
            write(account, row, out);
        }
    }

    private static void write(String account, Disposal row, CSVPrinter out) throws IOException {
        Lot lot = row.lot();
        out.printRecord(
                account,
                row.term() == Term.LONG ? "8949 II" : "8949 I",
                Shares.plain(row.quantity().abs()) + " " + lot.instrument(),
                row.acquired(),
                row.closed(),
                row.proceeds(),
                row.cost(),
                row.isWashSale() ? "W" : "",
                row.isWashSale() ? row.disallowed() : "",
                row.gain(),
                word(row.term()),
                row.term() == Term.LONG ? row.gain() : "0.00",
                word(row.how()),
                Shares.plain(row.quantity()),
                lot.no(),
                lot.opened(),
                row.heldSince(),
                lot.line(),
                row.closedBy(),
                TaxLedger.NOTICE);
    }

    private static void write(String account, IndexResult row, CSVPrinter out) throws IOException {
        Lot lot = row.lot();
        out.printRecord(
                account,
                "6781",
                Shares.plain(row.quantity().abs()) + " " + lot.instrument(),
                lot.acquired(),
                row.date(),
                "",
                "",
                "",
                "",
                row.gain(),
                "60/40",
                row.longTerm(),
                row.isMark() ? "year-end mark" : "closed",
                Shares.plain(row.quantity()),
                lot.no(),
                lot.opened(),
                lot.acquired(),
                lot.line(),
                row.closedBy(),
                TaxLedger.NOTICE);
    }

    private static String word(Term term) {
        return term.name().toLowerCase(Locale.ROOT);
    }

    private static String word(How how) {
        return how.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
