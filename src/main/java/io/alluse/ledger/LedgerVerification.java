package io.alluse.ledger;

import io.alluse.account.AccountId;
import io.alluse.fault.Fault;
import java.util.Optional;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the ledger says the same everywhere (docs/rules.md 11.6): hashes, chains, heads, results, transfers, sums. All of it is read in one
 * snapshot and in constant memory.
 */
public final class LedgerVerification {

    private final DataSource source;

    public LedgerVerification(DataSource source) {
        this.source = source;
    }

    /**
     * The whole ledger or the chain of one account, whose transfers' other sides are then not looked at; and, with an anchor, whether
     * all that a run once posted is still there.
     */
    public record Scope(
            @Nullable AccountId account, @Nullable RunDigest anchor) {

        public static final Scope ALL = new Scope(null, null);
    }

    /** Tells progress how many of the {@link AccountId#PARTITIONS} are done; from several threads, one at a time. */
    public VerifyReport verify(Scope scope, IntConsumer progress) {
        try (VerifyStore first = VerifyStore.begin(source);
                VerifyStore second = VerifyStore.begin(source)) {
            second.join(first.snapshot());
            PartitionWalk walk = new PartitionWalk(progress);
            Findings findings = new Findings();
            LedgerSums sums = scope.account() == null
                    ? walk.all(first, second, findings)
                    : walk.one(first, scope.account(), findings);
            if (scope.account() == null) {
                checkWhole(first, sums, findings);
            }
            if (scope.anchor() != null) {
                checkAnchor(first, scope.anchor(), findings);
            }
            return new VerifyReport(
                    sums.accounts(),
                    sums.events(),
                    sums.movements(),
                    sums.base(),
                    sums.balances(),
                    findings.count(),
                    findings.first());
        }
    }

    private static void checkWhole(VerifyStore store, LedgerSums replayed, Findings findings) {
        store.brokenTransfers(findings);
        try {
            LedgerLaws.check(store.sums(), replayed, findings);
        } catch (IllegalArgumentException | ArithmeticException e) {
            findings.add(Finding.ofLedger("sums", "amounts", Fault.reason(e)));
        }
    }

    /** What a chain alone cannot show: its last events and its head rolled back together, or an account gone without a trace. */
    private static void checkAnchor(VerifyStore store, RunDigest anchor, Findings findings) {
        Optional<Long> run = store.runWith(anchor);
        if (run.isEmpty()) {
            findings.add(Finding.ofLedger("anchor", "a run with digest " + anchor, "none"));
            return;
        }
        RunDigest posted = RunDigest.NONE;
        for (int partition = 0; partition < AccountId.PARTITIONS; partition++) {
            posted = posted.plus(store.posted(partition, run.get()));
        }
        if (!posted.equals(anchor)) {
            findings.add(Finding.ofLedger("anchor of run " + run.get(), anchor.toString(), posted.toString()));
        }
    }
}
