package io.alluse.ledger;

import io.alluse.account.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Walks the table partitions on two connections, one thread each; the findings come out in the order of accounts all the same. */
final class PartitionWalk {

    private final IntConsumer progress;
    private final AtomicInteger next = new AtomicInteger();
    private int done;

    PartitionWalk(IntConsumer progress) {
        this.progress = progress;
    }

    LedgerSums one(VerifyStore store, AccountId account, Findings findings) {
        return summed(List.of(verified(store, account.partition(), account)), findings);
    }

    LedgerSums all(VerifyStore first, VerifyStore second, Findings findings) {
        PartitionVerification[] verified = new PartitionVerification[AccountId.PARTITIONS];
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            List<Future<?>> running = new ArrayList<>();
            for (VerifyStore store : List.of(first, second)) {
                running.add(workers.submit(() -> work(store, verified)));
            }
            for (Future<?> worker : running) {
                await(worker);
            }
        }
        return summed(List.of(verified), findings);
    }

    private void work(VerifyStore store, PartitionVerification[] verified) {
        for (int partition = next.getAndIncrement(); partition < verified.length; partition = next.getAndIncrement()) {
            verified[partition] = verified(store, partition, null);
            tell();
        }
    }

    private synchronized void tell() {
        progress.accept(++done);
    }

    private static PartitionVerification verified(VerifyStore store, int partition, @Nullable AccountId account) {
        try (PartitionRows rows = store.rows(partition, account)) {
            PartitionVerification verification = new PartitionVerification(rows, account == null);
            verification.run();
            return verification;
        }
    }

    /** When one fails the other need not go on. */
    private void await(Future<?> worker) {
        try {
            worker.get();
        } catch (ExecutionException e) {
            next.set(AccountId.PARTITIONS);
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            next.set(AccountId.PARTITIONS);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while verifying", e);
        }
    }

    private static LedgerSums summed(List<PartitionVerification> verified, Findings findings) {
        verified.forEach(partition -> findings.addAll(partition.findings()));
        return verified.stream().map(PartitionVerification::sums).reduce(LedgerSums.NONE, LedgerSums::plus);
    }
}
