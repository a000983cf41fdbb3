package io.alluse.bench;

import io.alluse.account.AccountId;
import io.alluse.bench.BenchStore.Contents;
import io.alluse.bench.SweepSides.Timed;
import io.alluse.database.ScratchServer;
import io.alluse.database.ScratchServer.ScratchDatabase;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.run.JobContext;
import io.alluse.sql.Session;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What the job tax-and-buffer is compared with: SQL that writes the same rows, and a plain Spring Batch job. */
final class OtherSides {

    private static final int HALF = AccountId.PARTITIONS / 2;

    private final ScratchServer server;
    private final Policy policy = PolicyBook.shipped().policy("standard");

    OtherSides(ScratchServer server) {
        this.server = server;
    }

    static List<Contents> contents(ScratchDatabase scratch) {
        return new BenchStore(Session.of(scratch.administrator())).contents();
    }

    Timed sql(ScratchDatabase template, int sessions) {
        try (ScratchDatabase scratch = server.copyOf(template)) {
            scratch.checkpoint();
            long start = System.nanoTime();
            long rows = sessions == 1
                    ? statement(scratch, 0, AccountId.PARTITIONS)
                    : together(List.of(
                            () -> statement(scratch, 0, HALF), () -> statement(scratch, HALF, AccountId.PARTITIONS)));
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Timed(seconds, rows, contents(scratch));
        }
    }

    private int statement(ScratchDatabase scratch, int first, int last) {
        return new BenchStore(Session.of(scratch.administrator()))
                .taxAndBuffer(SweepFixture.EARNED, policy.hash().bytes(), first, last);
    }

    private static long together(List<Callable<Integer>> statements) {
        try (ExecutorService sessions = Executors.newFixedThreadPool(statements.size())) {
            long rows = 0;
            for (Future<Integer> statement : sessions.invokeAll(statements)) {
                rows += statement.get();
            }
            return rows;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    Timed manual(ScratchDatabase template, long accounts, int threads) {
        try (ScratchDatabase scratch = server.copyOf(template);
                JobContext context = JobContext.start(scratch.database(), threads)) {
            scratch.checkpoint();
            long start = System.nanoTime();
            boolean complete = new ManualJob(context.repository(), context.transactions(), context.dataSource(), policy)
                    .run(context.operator(), SweepFixture.EARNED);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (!complete) {
                throw Fault.of(Exit.FAILED, "the plain Spring Batch job has failed");
            }
            return new Timed(seconds, accounts, contents(scratch));
        }
    }
}
