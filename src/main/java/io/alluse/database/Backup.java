package io.alluse.database;

import io.alluse.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Copies the home of an embedded server while it works, jobs and all: a base backup as PostgreSQL describes it, with the write-ahead
 * log that makes it whole. The programs that would do it do not come with the server.
 */
final class Backup {

    static final String SUMS = "SHA256SUMS";
    static final String FILES = "home";

    /** What belongs to the server that runs, and what it makes anew. */
    private static final Pattern LEFT_OUT = Pattern.compile("(postmaster\\.(pid|opts)|backup_label|tablespace_map"
            + "|pg_(wal|replslot|dynshmem|notify|serial|snapshots|stat_tmp|subtrans)/.+"
            + "|(.*/)?(pgsql_tmp.*|pg_internal\\.init.*))");

    private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");
    private static final Set<String> NOT_OF_THE_HOME = Set.of("data", "pg", "log", "server.lock");

    private final Home home;
    private final Path target;
    private final List<String> sums = new ArrayList<>();
    private long bytes;

    private Backup(Home home, Path target) {
        this.home = home;
        this.target = target;
    }

    /** The sums are written last: a backup without them is none. */
    static BackedUp take(Home home, EmbeddedSite site, Path target) {
        Backup backup = new Backup(home, target);
        try {
            backup.mustBeFree();
            Sums.directory(target);
            Sums.directory(target.resolve(FILES));
            backup.copyHome();
            backup.copyData(site);
            Path unfinished = target.resolve(SUMS + ".part");
            Files.write(unfinished, backup.sums);
            OnDisk.force(unfinished);
            OnDisk.rename(unfinished, target.resolve(SUMS));
            return new BackedUp(backup.sums.size(), backup.bytes);
        } catch (IOException | SQLException e) {
            throw Fault.environment(target + ": the backup is not complete: " + Fault.reason(e), e);
        }
    }

    private void mustBeFree() throws IOException {
        if (Files.exists(target)) {
            try (Stream<Path> inside = Files.list(target)) {
                if (inside.findAny().isPresent()) {
                    throw Fault.conflict(target + " is not empty; name a directory that does not exist yet");
                }
            }
        }
    }

    /** Passwords, settings and what people keep there; neither links nor backups inside the home. */
    private void copyHome() throws IOException {
        try (Stream<Path> inside = Files.list(home.path())) {
            for (Path path : inside.sorted().toList()) {
                String name = path.getFileName().toString();
                if (!NOT_OF_THE_HOME.contains(name) && !name.startsWith(".") && !name.startsWith("data.new-")) {
                    copyTree(home.path(), path);
                }
            }
        }
    }

    private void copyTree(Path root, Path from) throws IOException {
        if (from.toAbsolutePath().normalize().equals(target.toAbsolutePath().normalize())
                || Files.exists(from.resolve(SUMS))) {
            return;
        }
        if (Files.isSymbolicLink(from)) {
            return;
        }
        if (!Files.isDirectory(from)) {
            copy(from, root.relativize(from).toString());
            return;
        }
        Sums.directory(place(root.relativize(from).toString()));
        try (Stream<Path> inside = Files.list(from)) {
            for (Path path : inside.sorted().toList()) {
                copyTree(root, path);
            }
        }
    }

    /** The slot keeps the log from being recycled until the connection is closed. */
    private void copyData(EmbeddedSite site) throws IOException, SQLException {
        try (Connection connection = site.maintenance().getConnection();
                Statement statement = connection.createStatement()) {
            String slot = "alluse_backup_" + ProcessHandle.current().pid();
            statement.execute("select pg_create_physical_replication_slot('" + slot + "', true, true)");
            String first =
                    value(statement, "select pg_walfile_name(pg_backup_start('alluse db backup', fast => true))");
            copyFiles();
            String last;
            try (ResultSet stopped = statement.executeQuery("""
                    select pg_walfile_name(lsn), labelfile, length(spcmapfile) from pg_backup_stop(wait_for_archive => false)
                    """)) {
                stopped.next();
                last = stopped.getString(1);
                mustHaveNoTablespaces(stopped.getInt(3));
                write("data/backup_label", stopped.getString(2));
            }
            copyLog(first, last);
        }
    }

    private static String value(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void mustHaveNoTablespaces(int length) {
        if (length > 0) {
            throw Fault.environment("the database has tablespaces outside its home, which are not backed up here;"
                    + " use pg_basebackup");
        }
    }

    private void copyFiles() throws IOException {
        Path data = home.data().toRealPath();
        copyFiles(data, data);
        Sums.directory(place("data/pg_wal/archive_status"));
        Sums.directory(place("data/pg_wal/summaries"));
    }

    /** Not by a walk, which fails where a file is gone before it was looked at. */
    private void copyFiles(Path data, Path directory) throws IOException {
        Sums.directory(place("data").resolve(data.relativize(directory).toString()));
        try (Stream<Path> inside = Files.list(directory)) {
            for (Path path : inside.sorted().toList()) {
                String name = data.relativize(path).toString();
                if (LEFT_OUT.matcher(name).matches()) {
                    continue;
                }
                if (Files.isDirectory(path)) {
                    copyFiles(data, path);
                } else {
                    copy(path, "data/" + name);
                }
            }
        } catch (NoSuchFileException e) {
            if (Files.exists(directory)) {
                throw e;
            }
        }
    }

    private void copyLog(String first, String last) throws IOException {
        try (Stream<Path> segments = Files.list(home.data().resolve("pg_wal"))) {
            for (Path segment : segments.sorted().toList()) {
                String name = segment.getFileName().toString();
                boolean needed =
                        SEGMENT.matcher(name).matches() && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
                if (needed || name.endsWith(".history")) {
                    copy(segment, "data/pg_wal/" + name);
                }
            }
        }
    }

    /** A file that is dropped meanwhile is one that the log drops again. */
    private void copy(Path from, String name) throws IOException {
        try {
            Path to = place(name);
            sums.add(Sums.copy(from, to) + "  " + FILES + "/" + name);
            bytes += Files.size(to);
        } catch (NoSuchFileException e) {
            if (Files.exists(from)) {
                throw e;
            }
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(place(name), text);
        OnDisk.force(place(name));
        sums.add(Sums.of(place(name)) + "  " + FILES + "/" + name);
    }

    private Path place(String name) {
        return target.resolve(FILES).resolve(name);
    }
}
