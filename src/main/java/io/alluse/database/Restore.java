package io.alluse.database;

import io.alluse.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Makes a home of a backup: every file compared with its sum, and the data directory there whole or not at all. */
final class Restore {

    private static final String FRESH = "data.new-";
    private static final int SUM = 64;

    private final Home home;
    private final Path backup;

    private Restore(Home home, Path backup) {
        this.home = home;
        this.backup = backup;
    }

    static void into(Home home, Path backup, Consumer<String> progress) {
        Restore restore = new Restore(home, backup);
        try (ServerLock _ = ServerLock.take(home.lock(), progress)) {
            restore.mustBeWhole();
            restore.mustBeFree();
            progress.accept("copying " + backup + " into " + home.path());
            restore.copy();
        } catch (IOException e) {
            throw Fault.environment(home.path() + ": the backup cannot be restored: " + Fault.reason(e), e);
        }
    }

    private void mustBeWhole() throws IOException {
        if (Files.notExists(backup.resolve(Backup.SUMS))) {
            throw Fault.notFound(backup + " is no backup, or one that was not finished: it has no " + Backup.SUMS);
        }
        Path version = backup.resolve(Backup.FILES).resolve("data").resolve("PG_VERSION");
        String major = Files.exists(version) ? Files.readString(version).strip() : "unknown";
        if (!major.equals(Binaries.MAJOR)) {
            throw Fault.environment(backup + " was made by PostgreSQL " + major + ", this program brings "
                    + Binaries.MAJOR + ": restore it with the alluse that made it");
        }
    }

    private void mustBeFree() {
        if (Files.exists(home.data())) {
            throw Fault.conflict(home.path() + " holds a database already; nothing was changed. Restore into a fresh"
                    + " --home, look at it, then move it where it belongs");
        }
    }

    private void copy() throws IOException {
        EmbeddedServer.sweep(home.path(), FRESH);
        Path work = Files.createTempDirectory(home.path(), FRESH);
        try {
            copyChecked(work);
            ServerUser user = ServerUser.of(home.path());
            user.give(work);
            try (Stream<Path> inside = Files.list(work)) {
                for (Path path : inside.toList()) {
                    place(path);
                }
            }
            // last: with it the home is one
            OnDisk.rename(work.resolve("data"), home.data());
        } finally {
            Trees.delete(work);
        }
    }

    private void place(Path path) throws IOException {
        String name = path.getFileName().toString();
        if (!name.equals("data")) {
            Trees.delete(home.path().resolve(name));
            Files.move(path, home.path().resolve(name));
        }
    }

    private void copyChecked(Path work) throws IOException {
        Path files = backup.resolve(Backup.FILES);
        try (Stream<Path> all = Files.walk(files)) {
            for (Path directory : all.filter(Files::isDirectory).toList()) {
                Sums.directory(work.resolve(files.relativize(directory).toString()));
            }
        }
        List<String> sums = Files.readAllLines(backup.resolve(Backup.SUMS));
        for (String line : sums) {
            String name = line.substring(SUM + 2);
            Path from = backup.resolve(name).normalize();
            if (!from.startsWith(files)) {
                throw Fault.environment(backup.resolve(Backup.SUMS) + " names a file outside the backup: " + name);
            }
            if (!Sums.copy(from, work.resolve(files.relativize(from).toString()))
                    .equals(line.substring(0, SUM))) {
                throw Fault.environment(
                        from + " is not as it was backed up: its SHA-256 is another one; nothing was" + " restored");
            }
        }
    }
}
