package io.alluse.statement;

import io.alluse.fault.Fault;
import io.alluse.run.Run;
import io.alluse.run.Runs;
import io.alluse.sql.Session;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements that have been read, and what became of their lines. */
public final class Statements {

    private final StatementStore store;
    private final VerdictStore verdicts;
    private final Runs runs;

    public Statements(Session session, Runs runs) {
        this.store = new StatementStore(session);
        this.verdicts = new VerdictStore(session);
        this.runs = runs;
    }

    /** A file, the run that read it, and its physical lines by what became of them. */
    public record Line(
            Run run,
            String ref,
            String format,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            long seen,
            LineCounts counts) {}

    /** The latest first. */
    public List<Line> latest(int most) {
        return store.latest(most).stream().map(this::line).toList();
    }

    /** By the number of its run, or by the beginning of its digest, as events and line ids name it. */
    public Line named(String name) {
        return store.named(name)
                .map(this::line)
                .orElseThrow(() -> Fault.notFound("no statement " + name + "; see `alluse statement list`"));
    }

    /** Lines that were not posted, in the order of the file. */
    public List<Verdict> verdicts(long runId, Verdict.Kind kind, int most) {
        return verdicts.verdicts(runId, kind, most);
    }

    private Line line(StatementStore.Kept kept) {
        return new Line(
                runs.find(kept.runId()).orElseThrow(),
                kept.ref(),
                kept.format(),
                kept.firstOn(),
                kept.lastOn(),
                kept.seen(),
                verdicts.counts(kept.runId()));
    }
}
