package io.alluse.lifecycle;

import io.alluse.sql.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The brokerage accounts asked for, as CSV: someone fills in references and hands it back. The reference that an opened one has is in
 * a column of its own, so that handing back what was not touched confirms nothing.
 */
final class RequestFile {

    static final List<String> TITLES = List.of(
            MappingRule.CODE,
            MappingRule.REFERENCE,
            "main",
            "name",
            "tier",
            "opening_cash",
            "requested_on",
            "current_state",
            "opened_as");

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private final Session session;
    private final BrokerageStore store;

    RequestFile(Session session) {
        this.session = session;
        this.store = new BrokerageStore(session);
    }

    /** Returns how many there are. */
    long write(Appendable out) {
        AtomicLong rows = new AtomicLong();
        session.transaction(() -> {
            try {
                CSVPrinter printer = new CSVPrinter(out, FORMAT);
                printer.printRecord(TITLES);
                store.openRequests(request -> {
                    rows.incrementAndGet();
                    print(printer, request);
                });
                printer.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return rows.get();
    }

    private static void print(CSVPrinter printer, OpenRequest request) {
        try {
            printer.printRecord(
                    request.code(),
                    "",
                    request.main(),
                    request.name(),
                    request.tier(),
                    request.openingCash(),
                    request.requestedOn(),
                    request.state().word(),
                    request.reference());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
