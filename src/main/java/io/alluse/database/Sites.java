package io.alluse.database;

import io.alluse.fault.Fault;
import org.postgresql.ds.PGSimpleDataSource;

/** Finds the server that the settings name, and starts it if it is ours. */
final class Sites {

    private static final String SHAPE = "jdbc:postgresql://host:port/name";

    private Sites() {}

    static Site of(DatabaseSettings settings) {
        return settings.embedded() ? embedded(settings).started() : external(settings);
    }

    static EmbeddedServer embedded(DatabaseSettings settings) {
        return new EmbeddedServer(Home.of(settings.home()), settings.durable(), settings.progress());
    }

    static ExternalSite external(DatabaseSettings settings) {
        checkUrl(settings.url());
        Login program = Login.from(settings.environment(), "ALLUSE_DB");
        boolean ownOwner = settings.environment().containsKey("ALLUSE_DB_OWNER_USER");
        Login owner = ownOwner ? Login.from(settings.environment(), "ALLUSE_DB_OWNER") : program;
        return new ExternalSite(settings.url(), program, owner);
    }

    private static void checkUrl(String url) {
        PGSimpleDataSource parts = new PGSimpleDataSource();
        if (!parsed(parts, url) || parts.getDatabaseName() == null) {
            // a wrong word may be a password: nothing before an @ or behind a ? is repeated
            throw Fault.usage("--db " + url.replaceFirst("//.*@|\\?.*", "…") + ": expected embedded or " + SHAPE);
        }
        boolean secret = parts.getUser() != null || parts.getPassword() != null || parts.getSslPassword() != null;
        if (secret || url.replaceFirst("\\?.*", "").contains("@")) {
            throw Fault.usage("--db: user and password do not belong into the URL, where others can see them;"
                    + " set ALLUSE_DB_USER and ALLUSE_DB_PASSWORD or ALLUSE_DB_PASSWORD_FILE, and give " + SHAPE);
        }
    }

    private static boolean parsed(PGSimpleDataSource parts, String url) {
        try {
            parts.setUrl(url);
            return url.startsWith("jdbc:postgresql://");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
