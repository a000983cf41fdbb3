package io.alluse.run;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.partition.support.AbstractPartitionHandler;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

/** Executes each part by a step of its own, a fixed number of parts at a time. */
public final class PartWorkers extends AbstractPartitionHandler {

    /** Each worker's thread bears this name and a number. */
    public static final String THREAD = "sweep-worker-";

    private final int threads;
    private final Function<StepExecution, Step> steps;

    PartWorkers(int threads, Function<StepExecution, Step> steps) {
        this.threads = threads;
        this.steps = steps;
    }

    @Override
    protected Set<StepExecution> doHandle(StepExecution manager, Set<StepExecution> parts) throws Exception {
        Map<StepExecution, Future<?>> running = new LinkedHashMap<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name(THREAD, 1).factory())) {
            for (StepExecution part : parts) {
                running.put(part, workers.submit(() -> {
                    steps.apply(part).execute(part);
                    return part;
                }));
            }
            for (Map.Entry<StepExecution, Future<?>> entry : running.entrySet()) {
                await(entry.getKey(), entry.getValue());
            }
        }
        return new HashSet<>(parts);
    }

    private static void await(StepExecution part, Future<?> worker) throws InterruptedException {
        try {
            worker.get();
        } catch (ExecutionException e) {
            part.addFailureException(e.getCause() == null ? e : e.getCause());
            part.setStatus(BatchStatus.FAILED);
        }
    }
}
