package io.alluse.run;

import io.alluse.fault.Fault;
import java.util.List;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/** Has Spring Batch carry out a run: the job instance is the run and its pass, a continued run is a restart of it. */
public final class BatchLauncher {

    private final JobOperator operator;
    private final JobRepository repository;

    public BatchLauncher(JobOperator operator, JobRepository repository) {
        this.operator = operator;
        this.repository = repository;
    }

    /** What Spring Batch made of it; the truth about the outcome is in the database. */
    public record Result(BatchStatus status, String failure) {}

    public Result launch(Job job, ActiveRun run) {
        JobParameters identity = new JobParametersBuilder()
                .addLong("run", run.id())
                .addLong("pass", (long) run.pass())
                .toJobParameters();
        recoverDead(job, identity);
        try {
            JobExecution execution = operator.start(job, identity);
            List<Throwable> failures = execution.getAllFailureExceptions();
            String failure = failures.isEmpty() ? "" : Fault.reason(rootOf(failures.getFirst()));
            return new Result(execution.getStatus(), failure);
        } catch (Exception e) {
            throw new IllegalStateException("Spring Batch refused run " + run.id() + ": " + Fault.reason(e), e);
        }
    }

    /** The run's lock is ours, so whoever left an execution running is dead. */
    private void recoverDead(Job job, JobParameters identity) {
        JobInstance instance = repository.getJobInstance(job.getName(), identity);
        if (instance == null) {
            return;
        }
        for (JobExecution execution : repository.getJobExecutions(instance)) {
            if (execution.isRunning()) {
                operator.recover(execution);
            }
        }
    }

    private static Throwable rootOf(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
