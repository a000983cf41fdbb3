package io.alluse.broker;

import io.alluse.activity.Activity;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a statement from its first line to its last; every physical line ends up in exactly one of three counts. */
public final class StatementReading {

    /** Enough for every title and preamble that brokers put before their tables. */
    private static final int HEAD = 40;

    private final Path path;
    private final Format format;
    private final LineSink sink;
    private final FormatReader reader;
    private long took;
    private long ignored;
    private long rejected;

    private StatementReading(Path path, Format format, LineSink sink) {
        this.path = path;
        this.format = format;
        this.sink = sink;
        this.reader = format.reader(new Remarks(sink));
    }

    /** In the format named, or in the one that the content shows. */
    public static StatementSummary read(Path path, @Nullable String format, LineSink sink) {
        return new StatementReading(path, format(path, format), sink).read();
    }

    /** The format named, or the one that the content shows; what is no text of a broker at all is refused. */
    public static BrokerFormat recognise(Path path, @Nullable String format) {
        return format(path, format).description();
    }

    private static Format format(Path path, @Nullable String named) {
        List<Row> head = Rows.head(path, HEAD);
        return named == null ? BrokerFormats.of(path, head) : BrokerFormats.named(named);
    }

    private StatementSummary read() {
        if (format.readsTwice() && (format.twiceFor().isEmpty() || Words.stand(path, format.twiceFor()))) {
            survey();
        }
        try (Rows rows = Rows.open(path)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                hand(row, verdict(row));
            }
            reader.end();
            if (took + rejected == 0) {
                sink.warned(new LineProblem(
                        rows.physicalLines(), 1, "row", "one that moves something, beneath the header", "none", ""));
            }
            return summary(rows.physicalLines());
        }
    }

    private void survey() {
        try (Rows rows = Rows.open(path)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                look(row);
            }
        }
        reader.surveyed();
    }

    /** What cannot be understood is rejected when its turn comes. */
    @SuppressWarnings("EmptyCatch")
    private void look(Row row) {
        try {
            reader.survey(row);
        } catch (Refused refused) {
            // of no use to other rows either
        }
    }

    private Verdict verdict(Row row) {
        try {
            return reader.read(row);
        } catch (Refused refused) {
            return new Verdict.Rejected(refused.problem());
        }
    }

    private void hand(Row row, Verdict verdict) {
        switch (verdict) {
            case Verdict.Took(Activity activity) -> took(List.of(activity), row.lines());
            case Verdict.TookAll(List<Activity> activities) -> took(activities, row.lines());
            case Verdict.Ignored(String kind) -> {
                ignored += row.lines();
                sink.ignored(row.line(), row.lines(), kind);
            }
            case Verdict.Rejected(LineProblem problem) -> {
                rejected += row.lines();
                sink.rejected(problem, row.lines());
            }
        }
    }

    private void took(List<Activity> activities, long lines) {
        took += lines;
        long counted = lines;
        for (Activity activity : activities) {
            sink.took(activity, counted);
            Ties.problem(activity).ifPresent(sink::warned);
            counted = 0;
        }
    }

    private StatementSummary summary(long seen) {
        StatementSummary summary = new StatementSummary(format.description(), seen, took, ignored, rejected);
        if (seen != took + ignored + rejected) {
            throw Fault.of(Exit.FAILED, path + ": " + summary + " does not add up; nothing of it counts");
        }
        return summary;
    }
}
