package io.alluse.statement;

import io.alluse.activity.Activity;
import io.alluse.broker.LineProblem;
import io.alluse.broker.LineSink;
import io.alluse.broker.Stated;
import io.alluse.broker.StatementSummary;
import io.alluse.statement.AccountNames.Named;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a file into the stage; in the caller's transaction, which ends the staging. */
final class StatementStaging implements LineSink {

    private static final int BATCH = 4_000;

    /** So many activities go to the stage account by account: what is read together later lies together, however a file mixes accounts. */
    private static final int SORTED = 40_000;

    private static final Comparator<StagedLine> AS_READ = Comparator.comparingLong(StagedLine::brokerage)
            .thenComparing(line -> line.activity().effective());

    private final StageStore stage;
    private final AccountNames names;
    private final long runId;
    private final LocalDate upTo;
    private final Kept kept;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Verdicts verdicts = new Verdicts();
    private final List<LineProblem> warnings = new ArrayList<>();
    private final Set<String> seen = new TreeSet<>();
    private long staged;
    private long rejected;
    private int leg;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;

    /** Up to the business date. */
    StatementStaging(StageStore stage, AccountNames names, long runId, LocalDate upTo, Kept kept) {
        this.stage = stage;
        this.names = names;
        this.runId = runId;
        this.upTo = upTo;
        this.kept = kept;
    }

    /** Where all that is not staged goes to; the lists are long, so they come in pieces. */
    interface Kept {

        /** For a run whose file has been read before, and whose stage alone is to be filled again. */
        Kept NOTHING = new Kept() {
            @Override
            public void verdicts(List<Verdict> some) {}

            @Override
            public void stated(Stated stated) {}

            @Override
            public void warned(List<LineProblem> some) {}
        };

        void verdicts(List<Verdict> some);

        void stated(Stated stated);

        void warned(List<LineProblem> some);
    }

    private record Waiting(Activity activity, int leg, int lines) {}

    /** What was read: physical lines seen = in the stage + ignored + rejected. */
    record Staged(
            String format,
            long seen,
            long activities,
            long ignored,
            long rejected,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {}

    /** Refused as a whole where no line can belong to the account that a person named, or to any since nobody named one. */
    Staged stageOf(@Nullable String account, Path file, @Nullable String format) {
        Staged read = stage(file, format);
        names.mustFit(file, account, seen);
        return read;
    }

    Staged stage(Path file, @Nullable String format) {
        stage.clear();
        StatementSummary read = ReadAhead.read(file, format, this);
        flush();
        keepVerdicts();
        keepWarnings();
        return new Staged(
                read.format().name(), read.seen(), staged, read.ignored(), read.rejected() + rejected, first, last);
    }

    @Override
    public void took(Activity activity, long lines) {
        if (activity.effective().isAfter(upTo)) {
            toCome(activity, lines);
            return;
        }
        leg = lines == 0 ? leg + 1 : 0;
        waiting.add(new Waiting(activity, leg, Math.toIntExact(lines)));
        first = first == null || activity.effective().isBefore(first) ? activity.effective() : first;
        last = last == null || activity.posted().isAfter(last) ? activity.posted() : last;
        if (waiting.size() >= SORTED) {
            flush();
        }
    }

    private void flush() {
        names.learn(waiting.stream().map(one -> one.activity().account()).collect(Collectors.toSet()));
        List<StagedLine> lines = new ArrayList<>(waiting.size());
        waiting.forEach(one -> seen.add(one.activity().account()));
        for (Waiting one : waiting) {
            Named named = names.of(one.activity().account());
            if (named.brokerage() == null) {
                unmapped(one, named.reason());
            } else {
                lines.add(new StagedLine(named.brokerage(), one.leg(), one.lines(), one.activity()));
            }
        }
        waiting.clear();
        lines.sort(AS_READ);
        lines.forEach(line -> stage.add(runId, line));
        staged += lines.size();
        stage.send();
    }

    /** Whoever runs an import for a date has not heard of what happens later (docs/rules.md 9.6). */
    private void toCome(Activity activity, long lines) {
        if (lines > 0) {
            rejected += lines;
            verdict(Verdict.unreadable(
                    new LineProblem(
                            activity.line(),
                            1,
                            "date",
                            "none after the business date " + upTo,
                            "a later one",
                            activity.effective().toString()),
                    lines));
        }
    }

    private void unmapped(Waiting one, String reason) {
        if (one.lines() == 0) {
            return;
        }
        rejected += one.lines();
        LineProblem problem = new LineProblem(
                one.activity().line(),
                1,
                "account",
                "a brokerage account that is mapped",
                "none",
                one.activity().account());
        verdict(Verdict.rejected(one.lines(), reason, problem));
    }

    @Override
    public void ignored(long line, long lines, String kind) {
        verdict(Verdict.ignored(line, lines, kind));
    }

    @Override
    public void rejected(LineProblem problem, long lines) {
        verdict(Verdict.unreadable(problem, lines));
    }

    private void verdict(Verdict verdict) {
        verdicts.add(verdict);
        if (verdicts.size() >= BATCH) {
            keepVerdicts();
        }
    }

    private void keepVerdicts() {
        kept.verdicts(verdicts.taken());
    }

    @Override
    public void stated(Stated stated) {
        names.learn(Set.of(stated.account()));
        kept.stated(stated);
    }

    @Override
    public void warned(LineProblem problem) {
        warnings.add(problem);
        if (warnings.size() >= BATCH) {
            keepWarnings();
        }
    }

    private void keepWarnings() {
        kept.warned(List.copyOf(warnings));
        warnings.clear();
    }
}
