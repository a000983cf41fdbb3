package io.alluse.run;

import io.alluse.fault.Fault;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionSystemException;

/**
 * Spring Batch as our jobs use it: the job instance is the run and its pass, a continued run is a restart of it; where each part stands
 * is in our own tables, committed with the chunk. No skip, no retry: business failures are values, all others end the attempt.
 */
public final class BatchJobs {

    private static final String PART = "part";

    private final JobRepository repository;
    private final JobOperator operator;
    private final PlatformTransactionManager transactions;

    public BatchJobs(JobRepository repository, JobOperator operator, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.operator = operator;
        this.transactions = transactions;
    }

    public Job job(String name, Step first, Step second) {
        return new JobBuilder(name, repository).start(first).next(second).build();
    }

    public Job job(String name, Step first, Step second, Step third) {
        return new JobBuilder(name, repository)
                .start(first)
                .next(second)
                .next(third)
                .build();
    }

    public Job job(String name, Step only) {
        return new JobBuilder(name, repository).start(only).build();
    }

    /** A step that is one transaction. */
    public Step once(String name, Runnable work) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            work.run();
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }

    /** A step that walks the parts of the run, several at a time, each by a worker of its own. */
    public <P, D> Step parts(
            String name,
            ActiveRun run,
            Runs runs,
            int threads,
            StopSignal stop,
            Function<WorkPart, PartWork<P, D>> work) {
        return parts(name, run, runs, threads, stop, part -> true, work);
    }

    /** The same for some of them. */
    public <P, D> Step parts(
            String name,
            ActiveRun run,
            Runs runs,
            int threads,
            StopSignal stop,
            Predicate<WorkPart> which,
            Function<WorkPart, PartWork<P, D>> work) {
        Partitioner parts =
                gridSize -> contexts(runs.parts(run).stream().filter(which).toList());
        PartWorkers workers = new PartWorkers(
                threads, execution -> worker(execution, run, stop, work.apply(partOf(execution, run, runs))));
        return new StepBuilder(name, repository)
                .partitioner(name + "-part", parts)
                .partitionHandler(workers)
                .build();
    }

    private static Map<String, ExecutionContext> contexts(List<WorkPart> parts) {
        Map<String, ExecutionContext> contexts = new HashMap<>();
        for (WorkPart part : parts) {
            ExecutionContext context = new ExecutionContext();
            context.putInt(PART, part.part());
            contexts.put("part%02d".formatted(part.part()), context);
        }
        return contexts;
    }

    private static WorkPart partOf(StepExecution execution, ActiveRun run, Runs runs) {
        int part = execution.getExecutionContext().getInt(PART);
        return runs.parts(run).stream()
                .filter(candidate -> candidate.part() == part)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("run " + run.id() + " has no part " + part));
    }

    /** An item is a page, so that a chunk is a page and the framework's cost per item is paid once per page. */
    private <P, D> Step worker(StepExecution execution, ActiveRun run, StopSignal stop, PartWork<P, D> work) {
        return new StepBuilder(execution.getStepName(), repository)
                .<P, D>chunk(1)
                .transactionManager(transactions)
                .reader(work::read)
                .processor(work::decide)
                .writer(chunk -> chunk.forEach(work::post))
                .interruptionPolicy(step -> {
                    run.mustBeOurs();
                    stopIfAsked(step, stop);
                })
                .build();
    }

    /** Without terminate-only the framework would report an interrupted step as completed. */
    private static void stopIfAsked(StepExecution step, StopSignal stop) throws JobInterruptedException {
        if (stop.isRequested() || Thread.currentThread().isInterrupted()) {
            step.setTerminateOnly();
            throw new JobInterruptedException("stopped on request");
        }
    }

    /** Returns what failed the attempt, if anything did; how far the run is, the database knows. */
    public Optional<Throwable> launch(Job job, ActiveRun run) {
        JobParameters identity = new JobParametersBuilder()
                .addLong("run", run.id())
                .addLong("pass", (long) run.pass())
                .toJobParameters();
        try {
            return isComplete(job, identity) ? Optional.empty() : failureOf(operator.start(job, identity));
        } catch (CannotCreateTransactionException e) {
            throw Fault.environment(
                    "the database went away under run " + run.id() + ": " + Fault.reason(rootOf(e))
                            + "; give the same command again: it goes on where it was",
                    e);
        } catch (Exception e) {
            return Optional.of(e);
        }
    }

    /** Whether an earlier attempt came to its end but died before it could say so of the run; what died before that is settled. */
    private boolean isComplete(Job job, JobParameters identity) {
        JobInstance instance = repository.getJobInstance(job.getName(), identity);
        if (instance == null) {
            return false;
        }
        List<JobExecution> executions = repository.getJobExecutions(instance);
        if (executions.isEmpty()) {
            // Died between the two; the framework refuses to go on from there.
            repository.deleteJobInstance(instance);
        }
        executions.forEach(this::settle);
        return executions.stream().anyMatch(execution -> execution.getStatus() == BatchStatus.COMPLETED);
    }

    /** The run's lock is ours, so whoever left something running, or in a state it could not save, is dead. */
    private void settle(JobExecution execution) {
        for (StepExecution step : execution.getStepExecutions()) {
            if (isOpen(step.getStatus())) {
                step.setStatus(BatchStatus.FAILED);
                step.setEndTime(Objects.requireNonNullElse(step.getLastUpdated(), step.getCreateTime()));
                repository.update(step);
            }
        }
        if (isOpen(execution.getStatus())) {
            execution.setStatus(BatchStatus.FAILED);
            execution.setEndTime(Objects.requireNonNullElse(execution.getLastUpdated(), execution.getCreateTime()));
            repository.update(execution);
        }
    }

    private static boolean isOpen(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.UNKNOWN;
    }

    /** The workers' failures first: the step above them only says that there are some. */
    private static Optional<Throwable> failureOf(JobExecution execution) {
        return Stream.concat(
                        execution.getStepExecutions().stream()
                                .sorted(Comparator.comparing(StepExecution::getStepName)
                                        .reversed())
                                .flatMap(step -> step.getFailureExceptions().stream()),
                        execution.getAllFailureExceptions().stream())
                .map(BatchJobs::rootOf)
                .filter(failure -> !(failure instanceof JobInterruptedException))
                .min(Comparator.comparing(failure -> failure instanceof JobExecutionException));
    }

    /** The innermost one that says something; some end in a cause without words, and a failed rollback hides what it was for. */
    private static Throwable rootOf(Throwable thrown) {
        Throwable root = thrown;
        for (Throwable cause = thrown; cause != null; cause = beneath(cause)) {
            root = cause.getMessage() == null ? root : cause;
        }
        return root;
    }

    private static @Nullable Throwable beneath(Throwable thrown) {
        Throwable hidden =
                thrown instanceof TransactionSystemException failed ? failed.getApplicationException() : null;
        return hidden == null ? thrown.getCause() : hidden;
    }
}
