package io.alluse.database;

import io.alluse.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The PostgreSQL that we bring: unpacked, initialised and started on demand, shared by all commands of a home. */
final class EmbeddedServer {

    private static final int ATTEMPTS = 40;
    private static final int PAUSE_MILLIS = 250;

    private final Home home;
    private final boolean durable;
    private final Consumer<String> progress;

    EmbeddedServer(Home home, boolean durable, Consumer<String> progress) {
        this.home = home;
        this.durable = durable;
        this.progress = progress;
    }

    Home home() {
        return home;
    }

    /** The server as it is, started first if need be. */
    EmbeddedSite started() {
        return running().orElseGet(this::start);
    }

    /** Two small files and the process table: what a command pays for a server that runs already. */
    Optional<EmbeddedSite> running() {
        return process()
                .filter(PidFile::ready)
                .filter(found -> Files.exists(home.ready()))
                .map(this::site);
    }

    private Optional<PidFile> process() {
        return PidFile.read(home.pidFile()).filter(found -> found.serves(home.data()));
    }

    private EmbeddedSite site(PidFile found) {
        return new EmbeddedSite(found.port(), Passwords.read(home.passwords()), EmbeddedSite.DATABASE);
    }

    private EmbeddedSite start() {
        try (ServerLock _ = ServerLock.take(home.lock(), progress)) {
            // another command may have been faster
            Optional<EmbeddedSite> other = running();
            return other.isPresent() ? other.get() : startAlone();
        }
    }

    private EmbeddedSite startAlone() {
        progress.accept("starting the database in " + home.path());
        ServerUser user = ServerUser.of(home.path());
        Cluster cluster = new Cluster(home, user, Binaries.unpacked(home, progress), durable);
        user.give(home.lock());
        user.give(home.binaries());
        try {
            if (!Files.exists(home.data())) {
                cluster.initialise();
            }
            cluster.checkVersion();
            user.give(home.secret());
            EmbeddedSite site = site(awaitReady(cluster));
            if (!Files.exists(home.ready())) {
                EmbeddedRoles.create(site);
                user.give(Files.createFile(home.ready()));
            }
            return site;
        } catch (IOException | SQLException e) {
            throw Fault.environment(
                    "the database in " + home.path() + " cannot be started: " + Fault.reason(e) + "; see " + home.log(),
                    e);
        }
    }

    /** Tries again while ports are taken by others or processes of a killed predecessor are still at work. */
    private PidFile awaitReady(Cluster cluster) throws IOException {
        String refusal = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            refusal = process().isPresent() ? "" : cluster.start().orElse("");
            Optional<PidFile> ready = awaitReady();
            if (ready.isPresent()) {
                return ready.get();
            }
            if (!Cluster.passes(refusal)) {
                break;
            }
            Pause.millis(PAUSE_MILLIS);
        }
        throw Fault.environment("the database in " + home.path() + " cannot be started: "
                + (refusal.isEmpty() ? "it ended at once" : refusal) + "; see " + home.log());
    }

    /** As long as the process lives it may be recovering, which takes what it takes. */
    private Optional<PidFile> awaitReady() {
        Optional<PidFile> found = process();
        while (found.isPresent() && !found.get().ready()) {
            Pause.millis(PAUSE_MILLIS);
            found = process();
        }
        return found;
    }

    /** Ends all sessions and writes everything to disk; false if no server ran. */
    boolean stop(boolean force) {
        Optional<EmbeddedSite> site = force ? Optional.empty() : running();
        site.ifPresent(this::refuseWhileInUse);
        return stop("fast");
    }

    /** A command that has just ended has said goodbye, but the server may not have heard it yet. */
    private void refuseWhileInUse(EmbeddedSite site) {
        try (Connection connection = site.maintenance().getConnection();
                Statement statement = connection.createStatement()) {
            for (int look = 1; ; look++) {
                try (ResultSet row = statement.executeQuery(SESSIONS)) {
                    row.next();
                    if (row.getInt("sessions") == 0) {
                        return;
                    }
                    if (look == MOST_LOOKS) {
                        throw Fault.conflict("the database is in use by " + row.getInt("sessions") + " session(s) ("
                                + row.getString("names") + "); stop them first, or cut them off with --force");
                    }
                }
                Pause.millis(100);
            }
        } catch (SQLException e) {
            throw Fault.environment(
                    "cannot find out who uses the database: " + Fault.reason(e) + "; --force stops it anyway", e);
        }
    }

    private static final int MOST_LOOKS = 10;

    private static final String SESSIONS = """
            select count(*) as sessions,
                   string_agg(distinct coalesce(nullif(regexp_replace(application_name, ' [0-9a-f-]{36}$', ''), ''),
                       'unnamed') || ' as ' || usename, ', ')
                     as names
              from pg_stat_activity
             where backend_type = 'client backend' and pid <> pg_backend_pid()
            """;

    boolean stop(String mode) {
        if (!Files.exists(home.pidFile())) {
            return false;
        }
        try (ServerLock _ = ServerLock.take(home.lock(), progress)) {
            if (process().isEmpty()) {
                return false;
            }
            ServerUser user = ServerUser.of(home.path());
            new Cluster(home, user, Binaries.unpacked(home, progress), durable).stop(mode);
            return true;
        } catch (IOException e) {
            throw Fault.environment(
                    "the database in " + home.path() + " cannot be stopped: " + Fault.reason(e) + "; see " + home.log(),
                    e);
        }
    }

    /** Deletes what a start that was killed has left behind. */
    static void sweep(Path parent, String prefix) throws IOException {
        try (var leftovers = Files.newDirectoryStream(parent, prefix + "*")) {
            for (Path leftover : leftovers) {
                Trees.delete(leftover);
            }
        }
    }

    static void replace(Path file, List<String> lines) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, lines);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
