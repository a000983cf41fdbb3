package io.alluse.statement;

import io.alluse.activity.Activity;
import io.alluse.broker.LineProblem;
import io.alluse.broker.LineSink;
import io.alluse.broker.Stated;
import io.alluse.broker.StatementReading;
import io.alluse.broker.StatementSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a file in a thread of its own: it is parsed while what was parsed before goes to the database. Keeps the order of the file. */
final class ReadAhead implements LineSink {

    private static final int BATCH = 2_000;
    private static final int BATCHES = 20;

    private final BlockingQueue<List<Consumer<LineSink>>> batches = new ArrayBlockingQueue<>(BATCHES);
    private List<Consumer<LineSink>> batch = new ArrayList<>(BATCH);

    private ReadAhead() {}

    /** The sink is called in the caller's thread. */
    static StatementSummary read(Path file, @Nullable String format, LineSink sink) {
        ReadAhead ahead = new ReadAhead();
        ExecutorService thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("statement-reader").factory());
        try {
            Future<StatementSummary> summary = thread.submit(() -> ahead.read(file, format));
            ahead.handTo(sink);
            return summary.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + file + " was read", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        } finally {
            thread.shutdownNow();
        }
    }

    private StatementSummary read(Path file, @Nullable String format) throws InterruptedException {
        try {
            return StatementReading.read(file, format, this);
        } finally {
            if (!batch.isEmpty()) {
                batches.put(batch);
            }
            // an empty one is the last
            batches.put(List.of());
        }
    }

    private void handTo(LineSink sink) throws InterruptedException {
        for (List<Consumer<LineSink>> some = batches.take(); !some.isEmpty(); some = batches.take()) {
            some.forEach(one -> one.accept(sink));
        }
    }

    private void add(Consumer<LineSink> one) {
        batch.add(one);
        if (batch.size() == BATCH) {
            try {
                batches.put(batch);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("nobody takes what is read", e);
            }
            batch = new ArrayList<>(BATCH);
        }
    }

    @Override
    public void took(Activity activity, long lines) {
        add(sink -> sink.took(activity, lines));
    }

    @Override
    public void ignored(long line, long lines, String kind) {
        add(sink -> sink.ignored(line, lines, kind));
    }

    @Override
    public void rejected(LineProblem problem, long lines) {
        add(sink -> sink.rejected(problem, lines));
    }

    @Override
    public void stated(Stated stated) {
        add(sink -> sink.stated(stated));
    }

    @Override
    public void warned(LineProblem problem) {
        add(sink -> sink.warned(problem));
    }
}
