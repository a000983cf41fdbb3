package io.alluse.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.alluse.database.SchemaState.Current;
import io.alluse.database.SchemaState.Empty;
import io.alluse.database.SchemaState.Older;
import io.alluse.database.SchemaState.Refused;
import io.alluse.fault.Fault;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** The database of this program: it runs, it is durable, and its schema is the one the program needs. */
public final class Database implements AutoCloseable {

    private final Site site;
    private final List<HikariDataSource> pools = new CopyOnWriteArrayList<>();

    Database(Site site) {
        this.site = site;
    }

    /** Starts the embedded server if need be, and brings an empty or embedded database to the current schema. */
    public static Database open(DatabaseSettings settings) {
        return open(Sites.of(settings), settings);
    }

    static Database open(Site site, DatabaseSettings settings) {
        try {
            switch (Inspection.of(site, settings)) {
                case Current _ -> {}
                case Empty _ -> create(site, settings);
                case Older older -> upgrade(site, settings, older);
                case Refused(String reason) -> throw Fault.environment(site.url() + ": " + reason);
            }
            return new Database(site);
        } catch (SQLException e) {
            throw Inspection.unreachable(site, e);
        }
    }

    private static void create(Site site, DatabaseSettings settings) throws SQLException {
        settings.progress().accept("creating the schema");
        site.prepare();
        Migrations.apply(site);
        verify(site, settings);
    }

    private static void upgrade(Site site, DatabaseSettings settings, Older older) throws SQLException {
        if (!settings.embedded()) {
            throw Fault.environment(site.url() + ": database is at " + older.version() + ", program needs "
                    + older.needed() + ": back up, then run `alluse db migrate`");
        }
        settings.progress().accept("migrating the schema from " + older.version() + " to " + older.needed());
        Migrations.apply(site);
        verify(site, settings);
    }

    private static void verify(Site site, DatabaseSettings settings) throws SQLException {
        switch (Inspection.of(site, settings)) {
            case Current _ -> {}
            case Empty _ -> throw Fault.environment(site.url() + ": the schema is still missing");
            case Older older -> throw Fault.environment(site.url() + ": the schema is still at " + older.version());
            case Refused(String reason) -> throw Fault.environment(site.url() + ": " + reason);
        }
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
