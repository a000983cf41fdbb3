package io.alluse.bench;

import io.alluse.activity.Activity;
import io.alluse.broker.LineProblem;
import io.alluse.broker.LineSink;
import io.alluse.broker.Stated;
import io.alluse.broker.StatementReading;
import io.alluse.broker.StatementSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reading has handed out, and whether that is what it says of itself. */
final class ReadMutant implements LineSink {

    private final List<Activity> activities = new ArrayList<>();
    private long took;
    private long ignored;
    private long rejected;

    private ReadMutant() {}

    /** Every physical line must have come in exactly one of three ways. */
    static ReadMutant of(Path file, @Nullable String format) {
        ReadMutant read = new ReadMutant();
        StatementSummary summary = StatementReading.read(file, format, read);
        StatementSummary handed =
                new StatementSummary(summary.format(), summary.seen(), read.took, read.ignored, read.rejected);
        if (!summary.equals(handed) || summary.seen() != read.took + read.ignored + read.rejected) {
            throw new IllegalStateException(summary + " is said, but handed out were " + handed);
        }
        return read;
    }

    List<Activity> activities() {
        return activities;
    }

    boolean isClean() {
        return rejected == 0;
    }

    @Override
    public void took(Activity activity, long lines) {
        activities.add(activity);
        took += lines;
    }

    @Override
    public void ignored(long line, long lines, String kind) {
        ignored += lines;
    }

    @Override
    public void rejected(LineProblem problem, long lines) {
        rejected += lines;
    }

    @Override
    public void stated(Stated stated) {}

    @Override
    public void warned(LineProblem problem) {}
}
