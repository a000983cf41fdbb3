package io.alluse.database;

import io.alluse.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A user and a password, from the environment or a file; neither is ever printed. */
record Login(String user, String password) {

    /** Reads PREFIX_USER and PREFIX_PASSWORD, or the file that PREFIX_PASSWORD_FILE names. */
    static Login from(Map<String, String> environment, String prefix) {
        String user = environment.getOrDefault(prefix + "_USER", "");
        if (user.isBlank()) {
            throw Fault.environment("no login for the database: set " + prefix + "_USER, and " + prefix
                    + "_PASSWORD or " + prefix + "_PASSWORD_FILE");
        }
        return new Login(user, password(environment, prefix + "_PASSWORD"));
    }

    /** Empty without either variable: the server may know the login by other means, such as a certificate. */
    private static String password(Map<String, String> environment, String name) {
        String direct = environment.get(name);
        if (direct != null) {
            return direct;
        }
        String file = environment.getOrDefault(name + "_FILE", "");
        try {
            return file.isEmpty()
                    ? ""
                    : Files.readString(Path.of(file)).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw Fault.environment(name + "_FILE: " + file + " cannot be read: " + Fault.reason(e), e);
        }
    }

    @Override
    public String toString() {
        return user;
    }
}
