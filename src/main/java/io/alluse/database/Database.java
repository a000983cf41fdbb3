package io.alluse.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.alluse.fault.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** The database of this program: it runs, it is durable, and its schema is the one the program needs. */
public final class Database implements AutoCloseable {

    /** The application name of all connections of this process, and of no other: what the server shows of it. */
    public static final String SESSION = "alluse " + UUID.randomUUID();

    private static final int ATTEMPTS = 5;
    private static final int CONNECTION_MILLIS = 2_000;

    private final Site site;
    private final List<HikariDataSource> pools = new CopyOnWriteArrayList<>();

    Database(Site site) {
        this.site = site;
    }

    /** Starts the embedded server if need be, and brings an empty or embedded database to the current schema. */
    public static Database open(DatabaseSettings settings) {
        return opened(settings, settings.embedded());
    }

    /** The same, and an external database that is older is brought to the current schema, too. */
    public static Database migrate(DatabaseSettings settings) {
        return opened(settings, true);
    }

    /** For commands that only read, with {@link #reader()}: the rights of a reader suffice, and an external database is left as it is. */
    public static Database reading(DatabaseSettings settings) {
        if (settings.embedded()) {
            return open(settings);
        }
        ExternalSite external = Sites.external(settings);
        try {
            Site site = ReadingSite.of(external);
            new Preparation(site, settings, false).run();
            return new Database(site);
        } catch (SQLException e) {
            throw Fault.environment("the database " + external.url() + " cannot be used: " + Fault.reason(e), e);
        }
    }

    /** Another command may be stopping the embedded server just now; then it is started again. */
    private static Database opened(DatabaseSettings settings, boolean mayMigrate) {
        for (int attempt = 1; ; attempt++) {
            Site site = Sites.of(settings);
            try {
                new Preparation(site, settings, mayMigrate).run();
                return new Database(site);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !settings.embedded() || !isGone(e)) {
                    throw Fault.environment("the database " + site.url() + " cannot be used: " + Fault.reason(e), e);
                }
                Pause.millis(100);
            }
        }
    }

    /** Connection failures, and a server that is shutting down or starting up. */
    private static boolean isGone(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || state.startsWith("57P");
    }

    /** Whether there is one to open; an external one is looked at only when it is opened. Nothing is made. */
    public static boolean exists(DatabaseSettings settings) {
        return !settings.embedded() || Files.exists(settings.home().resolve(Home.DATA));
    }

    /** What can be said about the database without starting or changing it. */
    public static DatabaseStatus status(DatabaseSettings settings) {
        if (!settings.embedded()) {
            return DatabaseStatus.of(Sites.external(settings), "");
        }
        if (!exists(settings)) {
            return DatabaseStatus.notRunning(settings.home().resolve(Home.DATA).toString());
        }
        EmbeddedServer server = Sites.embedded(settings);
        String data = server.home().data().toString();
        return server.running().map(site -> DatabaseStatus.of(site, data)).orElse(DatabaseStatus.notRunning(data));
    }

    /** Whatever state it is in, nothing is started, checked or changed: empty where the embedded server does not run. */
    public static Optional<Database> asItIs(DatabaseSettings settings) {
        return settings.embedded()
                ? Sites.embedded(settings).running().map(Database::new)
                : Optional.of(new Database(Sites.external(settings)));
    }

    /** Stops the embedded server: false if it did not run; refused while others are connected, unless forced. */
    public static boolean stop(DatabaseSettings settings, boolean force) {
        if (!settings.embedded()) {
            throw Fault.usage("--db " + settings.url() + " is not ours to stop");
        }
        return exists(settings) && Sites.embedded(settings).stop(force);
    }

    /** Copies the home of the embedded server into a directory, while it works; it is started if need be. */
    public static BackedUp backup(DatabaseSettings settings, Path target) {
        return switch (Sites.of(settings)) {
            case EmbeddedSite site -> Backup.take(Home.of(settings.home()), site, target);
            case ExternalSite _, ReadingSite _ ->
                throw Fault.usage("--db " + settings.url() + " is not ours to back up: use pg_dump or pg_basebackup,"
                        + " then `alluse db backup --taken PLACE` writes down that it was done");
        };
    }

    /** Makes the home of an embedded server of a backup; the home must hold no database. */
    public static void restore(DatabaseSettings settings, Path backup) {
        if (!settings.embedded()) {
            throw Fault.usage("--db " + settings.url() + " is not ours to restore: use pg_restore or a base backup");
        }
        Restore.into(Home.of(settings.home()), backup, settings.progress());
    }

    /** The variables by which psql and its like log in; the server is started if need be, its schema is not looked at. */
    public static Map<String, String> loginVariables(DatabaseSettings settings, Role role) {
        return Sites.of(settings).as(role).variables();
    }

    public DatabaseStatus describe() {
        return DatabaseStatus.of(site, "");
    }

    /** One connection per call, for short commands. */
    public DataSource program() {
        return site.as(Role.PROGRAM);
    }

    /** For migrating only. */
    public DataSource owner() {
        return site.as(Role.OWNER);
    }

    public DataSource reader() {
        return site.as(Role.READER);
    }

    /** For jobs: a transaction that stands still for 15 s belongs to a node that hangs, and is ended by the server. */
    public DataSource programPool(int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("alluse-" + (pools.size() + 1));
        config.setDataSource(site.as(Role.PROGRAM).with("idle_in_transaction_session_timeout=15000"));
        config.setMaximumPoolSize(size);
        // every worker has its connection: who waits longer waits for a server that is gone, and waits several times
        config.setConnectionTimeout(CONNECTION_MILLIS);
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    /** Closes the pools; the server keeps running for the next command. */
    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
        pools.clear();
    }
}
