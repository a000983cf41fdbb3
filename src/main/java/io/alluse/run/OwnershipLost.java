package io.alluse.run;

import io.alluse.sql.PassingFailure;

/** The connection that shows that a run's owner is alive has gone: another process may take the run over at any moment. */
final class OwnershipLost extends PassingFailure {

    OwnershipLost(String message) {
        super(message);
    }

    OwnershipLost(String message, Throwable cause) {
        super(message, cause);
    }
}
