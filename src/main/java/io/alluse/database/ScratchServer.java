package io.alluse.database;

import io.alluse.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A durable embedded server of its own for measurements: databases are made from the migrated schema and dropped. */
public final class ScratchServer implements AutoCloseable {

    /** The migrated schema and nothing in it, whatever becomes of the database that commands find. */
    private static final String PRISTINE = "pristine";

    private final EmbeddedServer server;
    private int created;

    private ScratchServer(EmbeddedServer server) {
        this.server = server;
    }

    /** In a folder that may be deleted, and that commands may use as their home; its programs are those of the home. */
    public static ScratchServer start(Path home, Path folder, Consumer<String> progress) {
        Home scratch = Home.of(folder);
        link(scratch.binaries(), Home.of(home).binaries());
        EmbeddedServer server = new EmbeddedServer(scratch, true, progress);
        try {
            new Preparation(server.started(), DatabaseSettings.of(folder, DatabaseSettings.EMBEDDED, Map.of()), true)
                    .run();
        } catch (SQLException e) {
            throw Fault.environment("the scratch database cannot be prepared: " + Fault.reason(e), e);
        }
        ScratchServer started = new ScratchServer(server);
        started.copy(server.started().database(), PRISTINE);
        return started;
    }

    /** Unpacked once for all. */
    private static void link(Path link, Path binaries) {
        try {
            Files.createDirectories(binaries);
            Files.createSymbolicLink(link, binaries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a command needs to be given as its home to work on this server. */
    public Path home() {
        return server.home().path();
    }

    /** A server that was killed meanwhile is started again. */
    private EmbeddedSite site() {
        return server.started();
    }

    /** A database with our schema and nothing in it. */
    public ScratchDatabase create() {
        return copyOf(PRISTINE);
    }

    /** A database with all that another one holds, which nobody uses just now. */
    public ScratchDatabase copyOf(ScratchDatabase other) {
        other.database.close();
        return copyOf(other.clone.database());
    }

    private ScratchDatabase copyOf(String template) {
        EmbeddedSite site = site();
        EmbeddedSite clone = new EmbeddedSite(site.port(), site.passwords(), "scratch" + ++created);
        copy(template, clone.database());
        try {
            EmbeddedRoles.grant(clone);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new ScratchDatabase(new Database(clone), clone);
    }

    /** Copies the files, which costs no log and leaves nothing to be written back later. */
    private void copy(String template, String database) {
        execute(
                site().maintenance(),
                "create database " + database + " template " + template + " owner alluse_owner strategy file_copy");
    }

    /** Makes the database that commands find in this home a copy of this one. */
    public void install(ScratchDatabase other) {
        other.database.close();
        EmbeddedSite main = site();
        execute(main.maintenance(), "drop database " + main.database() + " with (force)");
        copy(other.clone.database(), main.database());
        try {
            EmbeddedRoles.grant(main);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the database that commands find in this home: whom no right stops. */
    public DataSource administrator() {
        return site().administrator();
    }

    /** The same, if the server runs just now. */
    public Optional<DataSource> administratorIfRunning() {
        return server.running().map(EmbeddedSite::administrator);
    }

    /** As abrupt as a power failure, for processes. */
    public void kill() {
        PidFile.read(server.home().pidFile())
                .flatMap(running -> ProcessHandle.of(running.pid()))
                .ifPresent(postmaster -> {
                    postmaster.destroyForcibly();
                    postmaster.onExit().join();
                });
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
            execute(site().maintenance(), "drop database " + clone.database() + " with (force)");
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
