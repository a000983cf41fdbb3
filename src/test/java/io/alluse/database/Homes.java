package io.alluse.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Homes of real servers for tests: made under target, stopped and deleted at the end. */
public final class Homes implements AutoCloseable {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private final List<Path> made = new ArrayList<>();

    /** The unpacked programs are shared, so that only one test pays for them. */
    public Path fresh(String name) throws IOException {
        Path shared = Files.createDirectories(TARGET.resolve("pg"));
        Path home = Files.createTempDirectory(Files.createDirectories(TARGET.resolve("homes")), name);
        Trees.open(home);
        Files.createSymbolicLink(home.resolve("pg"), shared);
        made.add(home);
        return home;
    }

    static DatabaseSettings settings(Path home) {
        return DatabaseSettings.of(home, DatabaseSettings.EMBEDDED, Map.of());
    }

    /** For tests that are not about durability. */
    static DatabaseSettings fast(Path home) {
        return settings(home).withoutDurability();
    }

    static EmbeddedServer server(Path home) {
        return Sites.embedded(settings(home));
    }

    /** Whom the server lets see and end everybody. */
    public static DataSource administrator(Path home) {
        return Sites.of(settings(home)).administrator();
    }

    static PidFile process(Path home) {
        return PidFile.read(Home.of(home).pidFile()).orElseThrow();
    }

    /** As abrupt as a power failure, for processes. */
    public static void kill(Path home) {
        ProcessHandle postmaster = ProcessHandle.of(process(home).pid()).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }

    @Override
    public void close() throws IOException {
        for (Path home : made) {
            server(home).stop("immediate");
            Trees.delete(home);
        }
    }
}
