package io.alluse.audit;

import io.alluse.fault.Exit;
import io.alluse.fault.Fault;

/** Who somebody is to the operating system and to the database; a name that is typed proves nothing. */
public record Person(String osUser, String databaseUser) {

    /** Nobody approves what he asked for: another user of the operating system, or another login of the database. */
    public void mustNotHaveAsked(String what, Person asked) {
        if (asked.equals(this)) {
            throw Fault.of(
                    Exit.NOT_ALLOWED,
                    what + " was asked for by " + this + ": another user has to decide it; nothing was changed");
        }
    }

    @Override
    public String toString() {
        return osUser + " (" + databaseUser + ")";
    }
}
