package io.alluse.database;

import io.alluse.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A durable embedded server of its own for measurements: databases are made from the migrated schema and dropped. */
public final class ScratchServer implements AutoCloseable {

    private final EmbeddedServer server;
    private final EmbeddedSite site;
    private int created;

    private ScratchServer(EmbeddedServer server, EmbeddedSite site) {
        this.server = server;
        this.site = site;
    }

    /** In a folder that may be deleted; its programs are those of the home, unpacked once. */
    public static ScratchServer start(Path home, Path folder, Consumer<String> progress) {
        Home scratch = Home.of(folder).withBinaries(Home.of(home).binaries());
        EmbeddedServer server = new EmbeddedServer(scratch, true, progress);
        EmbeddedSite site = server.started();
        try {
            new Preparation(site, DatabaseSettings.of(folder, DatabaseSettings.EMBEDDED, Map.of()), true).run();
        } catch (SQLException e) {
            throw Fault.environment("the scratch database cannot be prepared: " + Fault.reason(e), e);
        }
        return new ScratchServer(server, site);
    }

    /** A database with our schema and nothing in it. */
    public ScratchDatabase create() {
        EmbeddedSite clone = new EmbeddedSite(site.port(), site.passwords(), "scratch" + ++created);
        execute(
                site.maintenance(),
                "create database " + clone.database() + " template " + site.database() + " owner alluse_owner");
        try {
            EmbeddedRoles.grant(clone);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new ScratchDatabase(new Database(clone), clone);
    }

    /** One of the databases; closing drops it. */
    public final class ScratchDatabase implements AutoCloseable {

        private final Database database;
        private final EmbeddedSite clone;

        private ScratchDatabase(Database database, EmbeddedSite clone) {
            this.database = database;
            this.clone = clone;
        }

        public Database database() {
            return database;
        }

        /** Whom no right and no row-level security stops. */
        public DataSource administrator() {
            return clone.administrator();
        }

        /** Everything written so far goes to disk now and not while something is measured. */
        public void checkpoint() {
            execute(clone.administrator(), "checkpoint");
        }

        @Override
        public void close() {
            database.close();
            execute(site.maintenance(), "drop database " + clone.database() + " with (force)");
        }
    }

    private static void execute(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            server.stop("fast");
            Trees.delete(server.home().path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
