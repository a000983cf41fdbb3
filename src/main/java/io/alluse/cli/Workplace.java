package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.run.JobContext;

/** The database and the job framework on it, for one attempt at a run; of a service they stay open for the next one. */
record Workplace(Database database, JobContext context, boolean lent) implements AutoCloseable {

    static Workplace open(Database database, int threads) {
        try {
            return new Workplace(database, JobContext.start(database, threads), false);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    static Workplace of(Hosting hosting) {
        return new Workplace(hosting.database(), hosting.context(), true);
    }

    @Override
    public void close() {
        if (!lent) {
            try (database) {
                context.close();
            }
        }
    }
}
