package io.alluse.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A migrated database of one's own on a real server: one server per JVM (fsync off), one clone per call.
 *
 * <pre>{@code
 * try (TestDatabase test = TestDatabase.create()) {
 *     JdbcClient.create(test.program()) …
 * }
 * }</pre>
 */
public final class TestDatabase implements AutoCloseable {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH_BYTES = 4L << 30;
    private static final Path FOLDER = folder();
    private static final String PREFIX = "alluse-test-db-";
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final EmbeddedSite site;
    private final Database database;

    /** A clone is two thousand small files, which memory makes in a third of the time; where there is little of it, the disk. */
    private static Path folder() {
        try {
            boolean memory =
                    Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() >= ENOUGH_BYTES;
            return memory ? MEMORY : TARGET;
        } catch (IOException e) {
            return TARGET;
        }
    }

    private TestDatabase(EmbeddedSite site, Database database) {
        this.site = site;
        this.database = database;
    }

    /** Clones the migrated template. */
    public static TestDatabase create() {
        return cloned(EmbeddedSite.DATABASE);
    }

    /** A database of its own with all that this one holds, for a test that spoils it; nobody may be connected to this one. */
    public TestDatabase copy() {
        return cloned(site.database());
    }

    private static TestDatabase cloned(String template) {
        TestDatabase clone = fromTemplate(template);
        try {
            // rights on a database do not travel with the copy
            EmbeddedRoles.grant(clone.site);
            return clone;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A database that nobody has prepared. */
    static TestDatabase empty() {
        return fromTemplate("template1");
    }

    private static TestDatabase fromTemplate(String template) {
        EmbeddedSite server = Server.SITE;
        EmbeddedSite site = new EmbeddedSite(server.port(), server.passwords(), "t" + COUNTER.incrementAndGet());
        execute(
                server.maintenance(),
                "create database " + site.database() + " template " + template
                        + " strategy file_copy owner alluse_owner");
        return new TestDatabase(site, new Database(site));
    }

    EmbeddedSite site() {
        return site;
    }

    public Database database() {
        return database;
    }

    /** As each command opens it, for itself alone: who is done closes it. */
    public Database opened() {
        return new Database(site);
    }

    public DataSource program() {
        return database.program();
    }

    public DataSource owner() {
        return database.owner();
    }

    public DataSource reader() {
        return database.reader();
    }

    /** For tampering: whom no right and no row-level security stops. */
    public DataSource superuser() {
        return site.administrator();
    }

    /** Ends the sessions that a test forgot, too. */
    @Override
    public void close() {
        database.close();
        execute(Server.SITE.maintenance(), "drop database " + site.database() + " with (force)");
    }

    private static void execute(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Started when the first test asks, stopped and deleted with the JVM. */
    private static final class Server {

        static final EmbeddedSite SITE = start();

        private static EmbeddedSite start() {
            try {
                sweep();
                Path home = Files.createDirectories(
                        FOLDER.resolve(PREFIX + ProcessHandle.current().pid()));
                EmbeddedServer server = server(home);
                DatabaseSettings settings = DatabaseSettings.of(home, DatabaseSettings.EMBEDDED, Map.of())
                        .withoutDurability();
                EmbeddedSite site = server.started();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(home)));
                Database.open(settings).close();
                return site;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The unpacked programs are shared by all test runs. */
        private static EmbeddedServer server(Path home) {
            return new EmbeddedServer(Home.of(home).withBinaries(TARGET.resolve("pg")), false, line -> {});
        }

        /** A JVM that was killed could not stop its server. */
        private static void sweep() throws IOException {
            Files.createDirectories(FOLDER);
            try (DirectoryStream<Path> homes = Files.newDirectoryStream(FOLDER, PREFIX + "*")) {
                for (Path home : homes) {
                    long owner = Long.parseLong(home.getFileName().toString().substring(PREFIX.length()));
                    if (ProcessHandle.of(owner).isEmpty() && Files.isWritable(home)) {
                        remove(home);
                    }
                }
            }
        }

        private static void remove(Path home) {
            try {
                server(home).stop("immediate");
                Trees.delete(home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
