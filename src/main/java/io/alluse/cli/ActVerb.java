package io.alluse.cli;

import io.alluse.audit.Act;
import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.database.Database;
import io.alluse.sql.Session;
import javax.sql.DataSource;
import picocli.CommandLine.Mixin;

/** A verb by which a person changes something about accounts: one transaction, one row of the audit. */
abstract class ActVerb extends Verb {

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private DateOption date;

    /** What an act works with. */
    record Tools(Session session, Audit audit) {}

    Tools tools(Database database) {
        DataSource source = database.program();
        return new Tools(Session.of(source), Audit.of(source, auditContext()));
    }

    boolean isRehearsal() {
        return false;
    }

    boolean yes() {
        return date.yes();
    }

    Act act(String reason) {
        AuditContext who = auditContext();
        return new Act(who.osUser(), reason, date.day(this, isRehearsal()));
    }

    void next(String command) {
        if (!options().quiet()) {
            note("next: " + command);
        }
    }
}
