package io.alluse.run;

import io.alluse.fault.Fault;
import io.alluse.sql.Session;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Shows that a run's owner is alive: a session advisory lock on a connection of its own, outside the pool, without a transaction. It
 * goes when the owner goes. A process that is stopped, or a machine that hangs, keeps its connections open: therefore the server ends
 * this one after a while without a word from the owner, who says one every few seconds.
 */
final class RunLockStore implements AutoCloseable {

    /** Half of what a takeover may take; shorter only where takeovers are rehearsed. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(Integer.getInteger("alluse.lock.silence", 15));

    private final Connection connection;

    private RunLockStore(Connection connection) {
        this.connection = connection;
    }

    static Optional<RunLockStore> tryTake(DataSource unpooled, String name) {
        return tryTake(unpooled, name, LONGEST_SILENCE);
    }

    static Optional<RunLockStore> tryTake(DataSource unpooled, String name, Duration longestSilence) {
        try {
            return tryTake(unpooled.getConnection(), name, longestSilence);
        } catch (SQLException e) {
            throw Fault.environment("cannot take the lock of " + name + ": " + Fault.reason(e), e);
        }
    }

    private static Optional<RunLockStore> tryTake(Connection connection, String name, Duration longestSilence)
            throws SQLException {
        try (Statement silence = connection.createStatement();
                PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            silence.execute("set idle_session_timeout = " + longestSilence.toMillis());
            lock.setLong(1, key(name));
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                if (row.getBoolean(1)) {
                    return Optional.of(new RunLockStore(connection));
                }
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return Optional.empty();
    }

    /** Looks without touching it: whoever tried to take it would be in the way of one who wants it. */
    static boolean isTaken(Session session, String name) {
        return session.client()
                .sql("""
                        select exists (
                            select from pg_locks
                            where locktype = 'advisory' and objsubid = 1 and granted
                                and database = (select oid from pg_database where datname = current_database())
                                and classid::bigint = :high and objid::bigint = :low)""")
                .param("high", key(name) >>> Integer.SIZE)
                .param("low", key(name) & 0xFFFF_FFFFL)
                .query(Boolean.class)
                .single();
    }

    private static long key(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The owner's word; answers whether somebody has asked this run to stop. Throws where the lock is lost. */
    boolean isStopRequested(long runId) {
        try (PreparedStatement ask =
                connection.prepareStatement("select stop_requested_at is not null from run where id = ?")) {
            ask.setLong(1, runId);
            ask.setQueryTimeout(5);
            try (ResultSet row = ask.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new OwnershipLost("the lock of run " + runId + " is lost: " + Fault.reason(e), e);
        }
    }

    /** Also where the connection is a lent one and lives on. */
    @Override
    public void close() {
        try (Connection lent = connection;
                Statement release = lent.createStatement()) {
            release.execute("select pg_advisory_unlock_all(); set idle_session_timeout to default");
        } catch (SQLException e) {
            // A connection that cannot be closed is lost, and the lock with it.
            return;
        }
    }
}
