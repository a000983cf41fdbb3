package io.alluse.database;

import io.alluse.fault.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The directory that holds an embedded server.
 *
 * @param path the directory itself, absolute, symbolic links resolved
 * @param binaries where the programs of PostgreSQL are unpacked, one directory per version
 */
record Home(Path path, Path binaries) {

    /** PostgreSQL cuts paths at 1,024 bytes; its own file names below the data directory need some of them. */
    private static final int MAX_PATH = 800;

    /** pg_ctl puts paths between double quotes into a shell command, where these keep a meaning. */
    private static final Pattern UNSAFE = Pattern.compile("[\"$`\\\\\\p{Cntrl}]");

    static Home of(Path path) {
        Path absolute = checked(path.toAbsolutePath().normalize());
        try {
            Files.createDirectories(absolute);
            Path real = checked(absolute.toRealPath());
            return new Home(real, real.resolve("pg"));
        } catch (IOException e) {
            throw Fault.environment("home " + absolute + " cannot be made: " + Fault.reason(e) + "; " + OTHER, e);
        }
    }

    /** The directory of the server's files within it. */
    static final String DATA = "data";

    private static final String OTHER = "choose another directory with --home or ALLUSE_HOME";

    Home withBinaries(Path elsewhere) {
        return new Home(path, elsewhere);
    }

    private static Path checked(Path path) {
        int length = path.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > MAX_PATH) {
            throw Fault.environment("home " + path + " is too long for PostgreSQL: " + length + " bytes, at most "
                    + MAX_PATH + "; " + OTHER);
        }
        if (UNSAFE.matcher(path.toString()).find()) {
            throw Fault.environment("home " + path + " holds a character that PostgreSQL's tools cannot quote"
                    + " (one of \" $ ` \\ or a control character); " + OTHER);
        }
        return path;
    }

    Path data() {
        return path.resolve(DATA);
    }

    Path logs() {
        return path.resolve("log");
    }

    Path log() {
        return logs().resolve("server.log");
    }

    Path secret() {
        return path.resolve("secret");
    }

    Path passwords() {
        return secret().resolve("passwords");
    }

    Path lock() {
        return path.resolve("server.lock");
    }

    /** Written once roles and database exist; a start that was killed before that is finished by the next one. */
    Path ready() {
        return data().resolve("alluse.ready");
    }

    Path configuration() {
        return data().resolve("alluse.conf");
    }

    Path pidFile() {
        return data().resolve("postmaster.pid");
    }
}
