package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.service.Agendas;
import io.alluse.service.DatabaseClock;
import io.alluse.service.Standing;
import io.alluse.sql.Session;
import java.util.List;

/** What is due and has not ended, in the order in which it runs, and why it does not run now. */
final class DueListing {

    private DueListing() {}

    static List<Standing> of(Verb verb, Database database) {
        Session session = Session.of(database.program());
        return session.snapshot(() -> Agendas.isAnyOpen(session)
                ? new Agendas(session, verb.definitions().all()).read().standings(new DatabaseClock(session).instant())
                : List.of());
    }
}
