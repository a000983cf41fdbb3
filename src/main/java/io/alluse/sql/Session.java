package io.alluse.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The database as stores see it: statements and bulk writes, all on the connection of the current transaction. */
public final class Session {

    private final JdbcTemplate template;
    private final JdbcClient client;
    private final PlatformTransactionManager transactions;

    private Session(DataSource source, PlatformTransactionManager transactions) {
        this.template = new JdbcTemplate(source);
        this.client = JdbcClient.create(template);
        this.transactions = transactions;
    }

    /** A session with transactions of its own, for commands that run without a job. */
    public static Session of(DataSource source) {
        return new Session(source, new JdbcTransactionManager(source));
    }

    /** A session whose transactions are those of the job framework. */
    public static Session of(DataSource source, PlatformTransactionManager transactions) {
        return new Session(source, transactions);
    }

    public JdbcClient client() {
        return client;
    }

    public PlatformTransactionManager transactions() {
        return transactions;
    }

    public <T> T connected(ConnectionCallback<T> work) {
        return template.execute(work);
    }

    /** Sends the rows by this COPY statement. */
    public void copy(CopyRows rows, String statement) {
        connected(connection -> {
            rows.send(connection, statement);
            return statement;
        });
    }

    /** A part of the current transaction that is taken back alone if it fails; the failure is the caller's. */
    public <T> T orTakenBack(Supplier<T> work) {
        return connected(connection -> {
            Savepoint before = connection.setSavepoint();
            try {
                T result = work.get();
                connection.releaseSavepoint(before);
                return result;
            } catch (RuntimeException e) {
                takeBack(connection, before, e);
                throw e;
            }
        });
    }

    private static void takeBack(Connection connection, Savepoint before, RuntimeException why) {
        try {
            connection.rollback(before);
            connection.releaseSavepoint(before);
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    public <T> T transaction(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> work.get());
    }

    /** Work whose writes are all taken back: temporary tables for a preview. */
    public <T> T rehearsal(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            return work.get();
        });
    }

    /** Reads that all see the database as it was when the first of them began; nothing can be written. */
    public <T> T snapshot(Supplier<T> work) {
        TransactionTemplate reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return reading.execute(status -> work.get());
    }

    public void transaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }
}
