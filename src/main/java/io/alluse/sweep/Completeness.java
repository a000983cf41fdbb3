package io.alluse.sweep;

import static io.alluse.run.AccountOutcome.POSTED;
import static io.alluse.run.AccountOutcome.REVIEW;
import static io.alluse.run.AccountOutcome.SET_ASIDE;
import static io.alluse.run.AccountOutcome.WAITING;

import io.alluse.account.AccountId;
import io.alluse.ledger.LedgerAccount;
import io.alluse.run.Run;
import io.alluse.run.Tally;
import io.alluse.run.WorkPart;
import io.alluse.sweep.OutcomeStore.RowCounts;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Finds where the outcomes of a run do not add up, or the ledger does not hold what the run says it has posted. */
final class Completeness {

    private final OutcomeStore outcomes;
    private final String rule;

    Completeness(OutcomeStore outcomes, String rule) {
        this.outcomes = outcomes;
        this.rule = rule;
    }

    /** Counted in the ledger and among the outcomes themselves, not in what the run says of itself. */
    String mismatch(Run run, List<WorkPart> parts, Tally tally, int threads) {
        long population = run.population() == null ? -1 : run.population();
        if (population != tally.total()) {
            return "the outcomes do not add up: population " + population + ", outcomes " + tally.counts();
        }
        long events = tally.of(POSTED) == 0 ? 0 : events(run, threads);
        if (events != tally.of(POSTED)) {
            return "the ledger holds " + events + " events of this run, which says it has posted " + tally.of(POSTED);
        }
        Tally pass = parts.stream().map(WorkPart::tally).reduce(Tally.NONE, Tally::plus);
        RowCounts told = new RowCounts(pass.of(WAITING), pass.of(REVIEW), pass.of(SET_ASIDE));
        RowCounts kept = outcomes.rows(run.id(), run.pass());
        if (!kept.equals(told)) {
            return "the database holds " + kept + " of pass " + run.pass() + ", which says it has " + told;
        }
        return tally.moved().of(LedgerAccount.TRANSFERS).isZero()
                ? ""
                : "TRANSFERS is off by " + tally.moved().of(LedgerAccount.TRANSFERS);
    }

    /** Several table partitions at a time. */
    private long events(Run run, int threads) {
        String ref = run.key().date().toString();
        try (ExecutorService counters = Executors.newFixedThreadPool(threads)) {
            List<Future<Long>> counts = IntStream.range(0, AccountId.PARTITIONS)
                    .mapToObj(partition -> counters.submit(() -> outcomes.events(run.id(), rule, ref, partition)))
                    .toList();
            long events = 0;
            for (Future<Long> count : counts) {
                events += count.get();
            }
            return events;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the events of run " + run.id() + " were counted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        }
    }
}
