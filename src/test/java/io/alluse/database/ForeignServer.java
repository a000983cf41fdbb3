package io.alluse.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server as an administrator elsewhere would have set it up: nothing of ours in it. */
final class ForeignServer implements AutoCloseable {

    private static final String ADMIN_PASSWORD = "of the administrator";

    private final Path home;
    private final Path bin;
    private final ServerUser user;
    private final int port;

    private ForeignServer(Path home, Path bin, ServerUser user, int port) {
        this.home = home;
        this.bin = bin;
        this.user = user;
        this.port = port;
    }

    /** The oldest version that alluse works with, if this machine has it. */
    static Optional<Path> installed() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (var all = Files.list(versions)) {
            return all.filter(version -> Integer.parseInt(version.getFileName().toString()) >= 15)
                    .map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .sorted()
                    .findFirst();
        }
    }

    static ForeignServer start(Path home, Path bin) throws IOException {
        int port;
        try (var any = new java.net.ServerSocket(0)) {
            port = any.getLocalPort();
        }
        ForeignServer server = new ForeignServer(home, bin, ServerUser.of(home), port);
        server.initialise();
        server.run("pg_ctl", "start", "-w", "-D", home + "/data", "-l", home + "/log");
        return server;
    }

    private void initialise() throws IOException {
        Path password = Files.writeString(home.resolve("pw"), ADMIN_PASSWORD);
        user.give(home);
        run("initdb", "-N", "-D", home + "/data", "-U", "admin", "-A", "scram-sha-256", "--pwfile=" + password);
        Files.write(
                home.resolve("data/postgresql.conf"),
                List.of("port = " + port, "unix_socket_directories = ''", "listen_addresses = '127.0.0.1'"),
                java.nio.file.StandardOpenOption.APPEND);
    }

    private void run(String program, String... arguments) throws IOException {
        Programs.Result result =
                Programs.run(home, user.command(bin.resolve(program), new ArrayList<>(Arrays.asList(arguments))));
        if (!result.good()) {
            throw new IOException(program + ": " + result.output());
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Whose options are plain: the schema of ours may not be there. */
    SessionDataSource admin(String database) {
        return new SessionDataSource(url(database), "admin", ADMIN_PASSWORD);
    }

    DatabaseSettings settings(String database, Map<String, String> environment) {
        return DatabaseSettings.of(home, url(database), environment);
    }

    @Override
    public void close() throws IOException {
        run("pg_ctl", "stop", "-m", "immediate", "-D", home + "/data");
        Trees.delete(home);
    }
}
