package io.alluse.run;

/** The connection that shows that a run's owner is alive has gone: another process may take the run over at any moment. */
final class OwnershipLost extends RuntimeException {

    OwnershipLost(String message) {
        super(message);
    }
}
