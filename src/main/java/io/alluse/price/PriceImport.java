package io.alluse.price;

import io.alluse.audit.Audit;
import io.alluse.calendar.BusinessDay;
import io.alluse.csv.CsvProblem;
import io.alluse.csv.CsvRow;
import io.alluse.price.PriceDecision.Refuse;
import io.alluse.price.PriceDecision.Take;
import io.alluse.price.PriceStageStore.Taken;
import io.alluse.sql.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    /** A price that differs from the one that is loaded is refused, or replaces it where that is asked for. */
    public PriceReport load(Path path, BusinessDay today, boolean replace) {
        PriceFile file = new PriceFile(path);
        return session.transaction(() -> {
            PriceReport report = staged(file, today, replace);
            if (report.changedSomething()) {
                audit(file, report);
                store.write();
            }
            return report;
        });
    }

    /** What {@link #load} would come to. */
    public PriceReport preview(Path path, BusinessDay today, boolean replace) {
        return session.rehearsal(() -> staged(new PriceFile(path), today, replace));
    }

    private PriceReport staged(PriceFile file, BusinessDay today, boolean replace) {
        store.createStage();
        Reading reading = new Reading(today);
        file.read(reading::take, reading::refuse);
        store.flush();
        store.lock();
        store.findProblems(reading.columns, replace);
        Taken taken = store.take();
        long refused = store.refused();
        long alreadyThere = reading.rows - refused - taken.loaded() - taken.replaced();
        return new PriceReport(
                reading.rows, taken.loaded(), taken.replaced(), alreadyThere, refused, store.problems(MOST_PROBLEMS));
    }

    /** From the rows of a file to the stage. */
    private final class Reading {

        private final BusinessDay today;
        private long rows;
        private Map<String, Integer> columns = Map.of();

        Reading(BusinessDay today) {
            this.today = today;
        }

        void take(CsvRow row) {
            rows++;
            columns = row.columns();
            switch (PriceRule.decide(row, today)) {
                case Take(long line, Price price) -> store.stage(line, price);
                case Refuse(List<CsvProblem> problems) -> problems.forEach(store::stage);
            }
        }

        void refuse(CsvProblem problem) {
            rows++;
            store.stage(problem);
        }
    }

    private void audit(PriceFile file, PriceReport report) {
        long id = audit.begin(null, null);
        audit.entry(
                id,
                "prices",
                "imported",
                file.name() + ": " + report.loaded() + " loaded, " + report.replaced() + " replaced");
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
