package io.alluse.price;

import io.alluse.audit.Audit;
import io.alluse.broker.PositionsFile;
import io.alluse.calendar.BusinessDay;
import io.alluse.csv.CsvProblem;
import io.alluse.fault.Fault;
import io.alluse.price.PriceDecision.Ignore;
import io.alluse.price.PriceDecision.Refuse;
import io.alluse.price.PriceDecision.Take;
import io.alluse.price.PriceStageStore.Taken;
import io.alluse.sql.Session;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Loads files of prices: the rows that are refused are listed, the others are kept, in one transaction. */
public final class PriceImport {

    /** How many problems of a file are shown; all are counted. */
    private static final int MOST_PROBLEMS = 1_000;

    private static final int ENTRIES_PER_PAGE = 1_000;

    private final Session session;
    private final PriceStageStore store;
    private final Audit audit;

    public PriceImport(Session session, Audit audit) {
        this.session = session;
        this.store = new PriceStageStore(session);
        this.audit = audit;
    }

    /**
     * What is to be loaded, and how.
     *
     * @param dated of which day the prices of a broker's list of positions are, whatever the list says
     * @param replace whether a price that differs from the one that is loaded replaces it, and is not refused
     */
    public record Order(Path file, @Nullable LocalDate dated, BusinessDay today, boolean replace) {}

    public PriceReport load(Order order) {
        PriceSource source = source(order);
        return session.transaction(() -> {
            PriceReport report = staged(source, order);
            if (report.changedSomething()) {
                audit(source, report);
                store.write();
            }
            return report;
        });
    }

    /** What {@link #load} would come to. */
    public PriceReport preview(Order order) {
        return session.rehearsal(() -> staged(source(order), order));
    }

    private static PriceSource source(Order order) {
        Optional<PositionsFile> positions = positions(order.file());
        if (positions.isPresent()) {
            return new PositionPrices(order.file(), positions.get(), order.dated());
        }
        if (order.dated() != null) {
            throw Fault.usage(order.file() + ": is no broker's list of positions, so --date says nothing about it:"
                    + " the dates of a price file stand in its column date");
        }
        return new PriceFile(order.file());
    }

    /** What cannot be read at all is for the reader of price files to say. */
    private static Optional<PositionsFile> positions(Path file) {
        try {
            return PositionsFile.recognise(file);
        } catch (Fault _) {
            return Optional.empty();
        }
    }

    private PriceReport staged(PriceSource source, Order order) {
        store.createStage();
        Reading reading = new Reading();
        source.read(order.today(), reading::take);
        store.flush();
        store.lock();
        store.findProblems(source.columns(), order.replace());
        Taken taken = store.take();
        long refused = store.refused();
        long there = reading.rows - reading.ignored - refused - taken.loaded() - taken.replaced();
        return new PriceReport(
                reading.rows,
                taken.loaded(),
                taken.replaced(),
                there,
                reading.ignored,
                refused,
                store.problems(MOST_PROBLEMS));
    }

    /** From the rows of a file to the stage. */
    private final class Reading {

        private long rows;
        private long ignored;

        void take(PriceDecision decision) {
            rows++;
            switch (decision) {
                case Take(long line, Price price) -> store.stage(line, price);
                case Ignore _ -> ignored++;
                case Refuse(List<CsvProblem> problems) -> problems.forEach(store::stage);
            }
        }
    }

    private void audit(PriceSource source, PriceReport report) {
        long id = audit.begin(null, null);
        audit.entry(
                id,
                "prices",
                "imported",
                source.name() + ": " + report.loaded() + " loaded, " + report.replaced() + " replaced");
        List<Audit.Entry> page = new ArrayList<>();
        store.replaced(one -> {
            page.add(new Audit.Entry("price " + one.what(), "replaced", one.change()));
            if (page.size() == ENTRIES_PER_PAGE) {
                audit.entries(id, page);
                page.clear();
            }
        });
        if (!page.isEmpty()) {
            audit.entries(id, page);
        }
    }
}
