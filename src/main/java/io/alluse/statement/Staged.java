package io.alluse.statement;

import io.alluse.broker.LineProblem;
import io.alluse.broker.Stated;
import io.alluse.fault.Fault;
import io.alluse.run.ActiveRun;
import io.alluse.run.Runs;
import io.alluse.sql.Session;
import io.alluse.statement.StatementImport.Order;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The file of a run in the stage: read once, and again where a crash of the server has emptied the stage. */
final class Staged {

    private final Session session;
    private final Runs runs;
    private final StatementStore statements;
    private final VerdictStore verdicts;
    private final PageStore pages;

    Staged(Session session, Runs runs, StatementStore statements) {
        this.session = session;
        this.runs = runs;
        this.statements = statements;
        this.verdicts = new VerdictStore(session);
        this.pages = new PageStore(session);
    }

    /**
     * What is known of the file before it is read.
     *
     * @param unnamed the brokerage account of lines that name none
     */
    record File(String digest, @Nullable Long unnamed) {}

    /** By which events and line ids name the file: the beginning of its digest, and which time it is that the file is imported. */
    String ref(ActiveRun run, File file) {
        return statements.find(run.id()).map(StatementStore.Kept::ref).orElseGet(() -> {
            long earlier = statements.earlier(file.digest(), run.id());
            String beginning = FileDigest.beginning(file.digest());
            return earlier == 0 ? beginning : beginning + "." + (earlier + 1);
        });
    }

    /** In the caller's transaction; what an earlier attempt has left is forgotten, since what refused it may have been mended. */
    void stage(ActiveRun run, Order order, File file) {
        mustBeHeld(run);
        StatementStore.Kept begun = new StatementStore.Kept(
                run.id(), ref(run, file), file.digest(), "", order.account(), order.acceptPartial(), 0, 0, null, null);
        statements.forget(run.id());
        statements.insert(begun);
        NameStore names = new NameStore(session);
        AccountNames known = new AccountNames(names, file.unnamed());
        StageStore stage = new StageStore(session);
        StatementStaging.Staged read = new StatementStaging(
                        stage, known, run.id(), order.date().date(), kept(run.id()))
                .stageOf(order.account(), order.file(), order.format());
        mustBeUnchanged(order, file);
        names.keep(run.id(), known.known());
        stage.fillPages(run.id(), order.page(), read.activities() < order.onePartBelow());
        statements.read(begun.read(read));
    }

    private StatementStaging.Kept kept(long runId) {
        return new StatementStaging.Kept() {
            @Override
            public void verdicts(List<Verdict> some) {
                verdicts.keep(runId, some);
            }

            @Override
            public void stated(Stated stated) {
                new StatedStore(session).keep(runId, stated);
            }

            @Override
            public void warned(List<LineProblem> some) {
                verdicts.warn(runId, some);
            }
        };
    }

    private void mustBeHeld(ActiveRun run) {
        if (!runs.isHeld(run)) {
            throw Fault.conflict("run " + run.id() + " has been taken over by another process");
        }
    }

    private static void mustBeUnchanged(Order order, File file) {
        if (!FileDigest.of(order.file(), file.unnamed()).equals(file.digest())) {
            throw Fault.conflict(order.file() + " has been changed while it was read; nothing was posted");
        }
    }

    /** Says what the run is about; from here on it posts. */
    void fix(ActiveRun run) {
        StatementStore.Kept read = statements.find(run.id()).orElseThrow();
        LineCounts counts = verdicts.counts(run.id());
        runs.setPopulation(run, read.seen(), counts.ignored(), counts.rejected());
        Map<Integer, Long> parts = new TreeMap<>();
        pages.pages(run.id()).forEach(page -> parts.merge(page.part(), page.lines(), Long::sum));
        parts.forEach((part, lines) -> runs.addPart(run, part, lines));
    }

    /** Of a run that has begun to post: names stand for what they stood for then. */
    void mustBeThere(ActiveRun run, Order order, File file) {
        StatementStore.Kept read = statements.find(run.id()).orElseThrow();
        if (read.acceptPartial() != order.acceptPartial()) {
            throw Fault.conflict("run " + run.id() + " has begun " + (read.acceptPartial() ? "with" : "without")
                    + " --accept-partial and goes on like that only");
        }
        if (!Objects.equals(read.account(), order.account())) {
            throw Fault.conflict("run " + run.id() + " has begun "
                    + (read.account() == null ? "without --account" : "with --account " + read.account())
                    + " and goes on like that only");
        }
        if (new StageStore(session).count(run.id()) != read.staged()) {
            session.transaction(() -> stageAgain(run, order, file));
        }
    }

    private void stageAgain(ActiveRun run, Order order, File file) {
        mustBeHeld(run);
        NameStore names = new NameStore(session);
        AccountNames known = new AccountNames(names, file.unnamed());
        known.recall(names.kept(run.id()));
        new StatementStaging(
                        new StageStore(session), known, run.id(), order.date().date(), StatementStaging.Kept.NOTHING)
                .stage(order.file(), order.format());
        mustBeUnchanged(order, file);
    }

    /** What was there for the time of the import only. */
    void clear(long runId) {
        session.transaction(() -> {
            pages.clear(runId);
            new StageStore(session).clear();
        });
    }
}
