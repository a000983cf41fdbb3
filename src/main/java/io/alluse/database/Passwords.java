package io.alluse.database;

import io.alluse.fault.Fault;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The generated passwords of an embedded server, in a file that only its owner can read. */
final class Passwords {

    static final String SUPERUSER = "postgres";

    private final Properties byLogin;

    private Passwords(Properties byLogin) {
        this.byLogin = byLogin;
    }

    static Passwords read(Path file) {
        Properties byLogin = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            byLogin.load(reader);
            return new Passwords(byLogin);
        } catch (NoSuchFileException e) {
            throw Fault.environment(
                    file + " is missing: without its passwords the database cannot be opened; restore it from a backup",
                    e);
        } catch (IOException e) {
            throw Fault.environment(
                    file + " cannot be read: " + Fault.reason(e) + "; use the account that owns this home", e);
        }
    }

    /** Keeps what a start that was killed has already written. */
    static Passwords readOrGenerate(Path file) {
        if (Files.exists(file)) {
            return read(file);
        }
        try {
            Path directory = Files.createDirectories(file.getParent());
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            // a temporary file is created with mode 0600
            Path fresh = Files.createTempFile(directory, "passwords", null);
            Files.writeString(fresh, generated());
            OnDisk.force(fresh);
            OnDisk.rename(fresh, file);
            OnDisk.forceName(directory);
            return read(file);
        } catch (IOException e) {
            throw Fault.environment(file + " cannot be written: " + Fault.reason(e), e);
        }
    }

    private static String generated() {
        SecureRandom random = new SecureRandom();
        StringBuilder lines = new StringBuilder("# passwords of the embedded database: keep them with its backup\n");
        lines.append(SUPERUSER).append('=').append(password(random)).append('\n');
        for (Role role : Role.values()) {
            lines.append(role.sqlName()).append('=').append(password(random)).append('\n');
        }
        return lines.toString();
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String of(String login) {
        String password = byLogin.getProperty(login);
        if (password == null) {
            throw Fault.environment("no password for " + login + " in the home's secret/passwords; restore the file");
        }
        return password;
    }

    /** What initdb reads, on its own line. */
    Path writeSuperuserTo(Path directory) throws IOException {
        Path file = Files.createTempFile(directory, "initdb", null);
        Files.writeString(file, of(SUPERUSER) + "\n");
        return file;
    }
}
