package io.alluse.broker;

import io.alluse.activity.Activity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reading tells, one text per record, in the order of the file. */
final class Told implements LineSink {

    private final List<String> verdicts = new ArrayList<>();
    private final List<String> stated = new ArrayList<>();
    private final List<String> warned = new ArrayList<>();
    private final List<Activity> activities = new ArrayList<>();
    private @Nullable StatementSummary summary;

    static Told of(Path file, @Nullable String format) {
        Told told = new Told();
        told.summary = StatementReading.read(file, format, told);
        return told;
    }

    static Told of(Path file) {
        return of(file, null);
    }

    /** Of lines below the header that a test has written out. */
    static Told ofText(@Nullable String format, String text) {
        try {
            Path file = Files.createTempFile("statement", ".csv");
            try {
                Files.write(file, text.getBytes(StandardCharsets.UTF_8));
                return of(file, format);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> verdicts() {
        return verdicts;
    }

    List<String> stated() {
        return stated;
    }

    List<String> warned() {
        return warned;
    }

    List<Activity> activities() {
        return activities;
    }

    StatementSummary summary() {
        if (summary == null) {
            throw new IllegalStateException("nothing has been read");
        }
        return summary;
    }

    @Override
    public void took(Activity activity, long lines) {
        activities.add(activity);
        verdicts.add(text(activity));
    }

    @Override
    public void ignored(long line, long lines, String kind) {
        verdicts.add("ignored " + kind);
    }

    @Override
    public void rejected(LineProblem problem, long lines) {
        verdicts.add("rejected " + problem.in("f"));
    }

    @Override
    public void stated(Stated what) {
        stated.add(
                switch (what) {
                    case Stated.OpeningCash cash -> "opening " + cash.amount() + " " + cash.date();
                    case Stated.ClosingCash cash -> "closing " + cash.amount() + " " + cash.date();
                    case Stated.Position position ->
                        "position " + position.quantity().toPlainString() + " " + position.instrument();
                });
    }

    @Override
    public void warned(LineProblem problem) {
        warned.add(problem.in("f"));
    }

    /** {@code BUY OPENS 2 AAPL 2024-03-15 150 C @1.5 = -300.04 fee 0.04 on 2024-01-05 posted 2024-01-08}. */
    static String text(Activity activity) {
        StringBuilder text = new StringBuilder(activity.action().name());
        if (activity.effect() != Activity.Effect.UNSAID) {
            text.append(' ').append(activity.effect());
        }
        if (activity.quantity().signum() != 0) {
            text.append(' ').append(activity.quantity().toPlainString());
        }
        if (activity.instrument() != null) {
            text.append(' ').append(activity.instrument());
        }
        if (activity.became() != null) {
            text.append(" became ").append(activity.became());
        }
        if (activity.price() != null) {
            text.append(" @").append(activity.price().toPlainString());
        }
        text.append(" = ").append(activity.amount());
        if (!activity.fees().isZero()) {
            text.append(" fee ").append(activity.fees());
        }
        if (activity.basis() != null) {
            text.append(" basis ").append(activity.basis());
        }
        text.append(" on ").append(activity.effective());
        if (activity.time() != null) {
            text.append(' ').append(activity.time());
        }
        if (!activity.posted().equals(activity.effective())) {
            text.append(" posted ").append(activity.posted());
        }
        return text.toString();
    }
}
