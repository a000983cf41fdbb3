package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.sql.Session;
import picocli.CommandLine.Mixin;

/** A verb that lists what there is of something, as a {@link Listing}. */
abstract class ListVerb extends Verb {

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private LimitOption limit;

    /** Wrong words are told before a database is opened. */
    void check() {}

    abstract Listing<?> listing(Database database, Session session);

    @Override
    public final Integer call() {
        limit.check();
        check();
        try (Database database = database()) {
            listing(database, Session.of(database.program())).answer(this, limit);
        }
        return Exit.OK.code();
    }
}
