package io.alluse.database;

import io.alluse.fault.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One data directory and the programs that work on it; the caller holds the server's lock. */
final class Cluster {

    private static final Pattern PORT = Pattern.compile("port = (\\d+)");
    private static final long MAX_LOG = 10 << 20;
    private static final String FRESH = "data.new-";

    private final Home home;
    private final ServerUser user;
    private final Path binaries;
    private final boolean durable;

    Cluster(Home home, ServerUser user, Path binaries, boolean durable) {
        this.home = home;
        this.user = user;
        this.binaries = binaries;
        this.durable = durable;
    }

    /** Works in a directory aside and renames it, so that a data directory is whole or not there. */
    void initialise() throws IOException {
        EmbeddedServer.sweep(home.path(), FRESH);
        Passwords passwords = Passwords.readOrGenerate(home.passwords());
        Path work = Files.createTempDirectory(home.path(), FRESH);
        Path fresh = Files.createDirectory(work.resolve("data"));
        Path password = passwords.writeSuperuserTo(work);
        user.give(work);
        run("initdb", initdb(fresh, password));
        Files.writeString(
                fresh.resolve("postgresql.conf"), "\ninclude 'alluse.conf'\n", java.nio.file.StandardOpenOption.APPEND);
        Files.writeString(fresh.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        OnDisk.force(fresh.resolve("postgresql.conf"));
        OnDisk.force(fresh.resolve("pg_hba.conf"));
        OnDisk.rename(fresh, home.data());
        Trees.delete(work);
    }

    private List<String> initdb(Path data, Path password) {
        List<String> arguments = new ArrayList<>(List.of("-D", data.toString(), "--pwfile=" + password));
        arguments.addAll(List.of("-U", Passwords.SUPERUSER, "-A", "scram-sha-256", "--data-checksums"));
        arguments.addAll(List.of("-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        arguments.addAll(List.of("--no-instructions", durable ? "--sync-method=fsync" : "--no-sync"));
        return arguments;
    }

    void checkVersion() throws IOException {
        String version = Files.readString(home.data().resolve("PG_VERSION")).strip();
        if (!version.equals(Binaries.MAJOR)) {
            throw Fault.environment(home.data() + " was made by PostgreSQL " + version + ", this program brings "
                    + Binaries.MAJOR + ": dump it with the alluse that made it and load it into a new home");
        }
    }

    /** The reason why the server did not start, if so. */
    Optional<String> start() throws IOException {
        configure();
        rotateLog();
        PidFile.disarm(home.pidFile(), home.data());
        long before = Files.exists(home.log()) ? Files.size(home.log()) : 0;
        Programs.Result result = Programs.run(
                home.path(),
                user.command(
                        binaries.resolve("bin/pg_ctl"),
                        List.of(
                                "start",
                                "-w",
                                "-t",
                                "600",
                                "-D",
                                home.data().toString(),
                                "-l",
                                home.log().toString())));
        return result.good() ? Optional.empty() : Optional.of(refusal(before, result.output()));
    }

    private String refusal(long from, String otherwise) throws IOException {
        if (!Files.exists(home.log())) {
            return otherwise.strip();
        }
        byte[] log = Files.readAllBytes(home.log());
        String added = new String(log, (int) from, log.length - (int) from, java.nio.charset.StandardCharsets.UTF_8);
        return added.lines()
                .filter(line -> line.contains("FATAL:") || line.contains("Address already in use"))
                .findFirst()
                .map(line -> line.replaceFirst(".*(FATAL|LOG):\\s*", ""))
                .orElse(otherwise.strip());
    }

    static boolean passes(String refusal) {
        return refusal.contains("Address already in use") || refusal.contains("shared memory block");
    }

    void stop(String mode) throws IOException {
        run(
                "pg_ctl",
                List.of("stop", "-w", "-t", "120", "-m", mode, "-D", home.data().toString()));
    }

    private void run(String program, List<String> arguments) throws IOException {
        Programs.Result result =
                Programs.run(home.path(), user.command(binaries.resolve("bin").resolve(program), arguments));
        if (!result.good()) {
            throw Fault.environment(program + " failed in " + home.path() + ": " + lastLine(result.output()));
        }
    }

    private static String lastLine(String output) {
        return output.lines()
                .filter(line -> line.contains("error") || line.contains("FATAL"))
                .findFirst()
                .orElse(output.strip());
    }

    private void configure() throws IOException {
        Files.createDirectories(home.logs());
        user.give(home.logs());
        List<String> lines = new ArrayList<>();
        lines.add(
                "# written at every start; own settings go into " + home.path().getFileName() + "/postgresql.conf");
        lines.add("port = " + port());
        lines.add("wal_compression = " + walCompression());
        lines.addAll(SETTINGS.lines().toList());
        if (!durable) {
            lines.addAll(FAST_AND_UNSAFE.lines().toList());
        }
        EmbeddedServer.replace(home.configuration(), lines);
        user.give(home.configuration());
    }

    private static final String SETTINGS = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 100
            shared_buffers = 256MB
            wal_buffers = 16MB
            max_wal_size = 4GB
            checkpoint_timeout = 15min
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_line_prefix = '%m [%p] %u '
            log_checkpoints = off
            include_if_exists '../postgresql.conf'
            """;

    /** A killed process still loses nothing, a power failure may lose everything. */
    private static final String FAST_AND_UNSAFE = """
            fsync = off
            full_page_writes = off
            """;

    /** Not every build of PostgreSQL knows lz4; the older way of compressing takes longer than writing what it saves. */
    private String walCompression() throws IOException {
        List<String> arguments =
                List.of("-C", "wal_compression", "-c", "wal_compression=lz4", "-c", "config_file=/dev/null");
        List<String> question = new ArrayList<>(arguments);
        question.addAll(List.of("-D", home.data().toString()));
        return Programs.run(home.path(), user.command(binaries.resolve("bin/postgres"), question))
                        .good()
                ? "lz4"
                : "off";
    }

    /** The last one if it is free, so that other programs can keep their settings; else any. */
    private int port() throws IOException {
        if (Files.exists(home.configuration())) {
            Matcher last = PORT.matcher(Files.readString(home.configuration()));
            if (last.find() && free(Integer.parseInt(last.group(1)))) {
                return Integer.parseInt(last.group(1));
            }
        }
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static boolean free(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private void rotateLog() throws IOException {
        if (Files.exists(home.log()) && Files.size(home.log()) > MAX_LOG) {
            Files.move(home.log(), home.logs().resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
