package io.alluse.database;

import io.alluse.fault.Fault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, which travel inside a jar and are unpacked once per version. */
final class Binaries {

    /** What the build brings; a test compares it with what the unpacked server says. */
    static final String VERSION = "18.6";

    static final String MAJOR = "18";

    private Binaries() {}

    /** The directory with {@code bin}, {@code lib} and {@code share}; the caller holds the server's lock. */
    static Path unpacked(Home home, Consumer<String> progress) {
        Path done = home.binaries().resolve(VERSION);
        if (Files.isExecutable(done.resolve("bin/postgres"))) {
            return done;
        }
        progress.accept("unpacking PostgreSQL " + VERSION + " (once)");
        try {
            Path parent = Files.createDirectories(home.binaries());
            Path fresh = Files.createTempDirectory(parent, "." + VERSION + "-");
            unpack(fresh);
            Trees.delete(done);
            return Files.move(fresh, done);
        } catch (IOException e) {
            throw Fault.environment(
                    "PostgreSQL " + VERSION + " cannot be unpacked into " + home.binaries() + ": " + Fault.reason(e),
                    e);
        }
    }

    private static void unpack(Path target) throws IOException {
        try (InputStream packed = Binaries.class.getResourceAsStream("/" + resource());
                InputStream tar = new BufferedInputStream(new XZInputStream(packed), 1 << 16)) {
            Tar.unpack(tar, target);
        } catch (IOException | RuntimeException e) {
            Trees.delete(target);
            throw e;
        }
        Trees.open(target);
    }

    private static String resource() {
        String name = "postgres-" + system() + "-" + processor() + ".txz";
        if (Binaries.class.getResource("/" + name) == null) {
            throw Fault.environment("no PostgreSQL is brought for " + System.getProperty("os.name") + " on "
                    + System.getProperty("os.arch") + "; use an external one: --db jdbc:postgresql://host:port/name");
        }
        return name;
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name;
    }

    private static String processor() {
        String name = System.getProperty("os.arch");
        return switch (name) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> name;
        };
    }
}
