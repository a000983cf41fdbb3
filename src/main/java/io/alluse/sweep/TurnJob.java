package io.alluse.sweep;

import io.alluse.ledger.Balances;
import io.alluse.ledger.RunDigest;
import io.alluse.sweep.Decision.Candidate;
import java.util.List;

/**
 * An account job whose decisions touch several accounts. A first sweep finds the candidates; when it is through they take their turn,
 * in the order (due since, code), decided again on what the accounts are then, each whole in one transaction.
 */
public interface TurnJob<F> extends SweepJob<F> {

    /** How many are under way in the whole system, whoever began them. */
    long underWay();

    /** For one part of a run, in one attempt. */
    Hand hand(long runId);

    /** Carries out what is due. */
    interface Hand {

        /** In the transaction of a chunk, before anything that might be taken back. */
        void begin();

        /** All of one table partition, whose posting lock is held; where the database refuses it, all of it is taken back. */
        Carried carryOut(int partition, List<Due> due);
    }

    /** A candidate as it is when its turn has come. */
    record Due(AccountView view, Candidate candidate) {}

    /** The movements of all accounts that were touched, and the digest of their events. */
    record Carried(Balances moved, RunDigest digest) {}
}
