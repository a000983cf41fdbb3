package io.alluse.backup;

import io.alluse.sql.Session;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes down which backups were taken. */
public final class Backups {

    private final BackupStore store;

    public Backups(Session session) {
        this.store = new BackupStore(session);
    }

    /** A backup that was taken, or that somebody says was taken. */
    public record Taken(
            Instant at,
            String place,
            @Nullable Long bytes,
            @Nullable String anchor,
            String by) {}

    /** The digest of the run that ended last: kept elsewhere, it proves that nothing that was posted up to then is missing. */
    public Optional<String> anchor() {
        return store.anchor();
    }

    public void note(Taken taken) {
        store.insert(taken);
    }

    public Optional<Taken> last() {
        return store.last();
    }
}
