package io.alluse.audit;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes down who changed what, in the transaction that changes it: both are there or neither. */
public final class Audit {

    /** Something a command touched, and what it did to it; once per command, subject and action. */
    public record Entry(
            String subject, String action, @Nullable String detail) {}

    private final DataSource database;
    private final AuditStore store;
    private final AuditContext context;

    private Audit(DataSource database, AuditContext context) {
        this.database = database;
        this.store = new AuditStore(database);
        this.context = context;
    }

    /** The data source must be the object that the caller's transactions are begun on. */
    public static Audit of(DataSource database, AuditContext context) {
        return new Audit(database, context);
    }

    /** Who calls; of that only the operating system's word counts. */
    public AuditContext caller() {
        return context;
    }

    /** Who calls, as the operating system and the database know him. */
    public Person person() {
        return new Person(context.osUser(), store.databaseUser());
    }

    /** Records the command and returns the number its entries go under. */
    public long begin(@Nullable String reason, @Nullable Long runId) {
        insideTransaction();
        return store.insert(context, reason, runId);
    }

    public void entry(long audit, String subject, String action, @Nullable String detail) {
        entries(audit, List.of(new Entry(subject, action, detail)));
    }

    /** All in one statement: a chunk of thousands costs one round trip. */
    public void entries(long audit, List<Entry> entries) {
        insideTransaction();
        store.insert(audit, entries);
    }

    private void insideTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.hasResource(database)) {
            throw new IllegalStateException(
                    "the audit is written in the transaction of the change, but none was begun on its data source");
        }
    }
}
