package io.alluse.database;

import io.alluse.database.SchemaState.Current;
import io.alluse.database.SchemaState.Empty;
import io.alluse.database.SchemaState.Older;
import io.alluse.database.SchemaState.Refused;
import io.alluse.fault.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** Brings a server to the point where the program can work with it, or says why not. */
record Preparation(Site site, DatabaseSettings settings, boolean mayMigrate) {

    private static final int OLDEST = 15;

    /** The role does not exist, or the login is not a member of it, or may not read the history. */
    private static final Set<String> NO_ROLE = Set.of("22023", "42704", "42501");

    void run() throws SQLException {
        switch (look()) {
            case Current _ -> {}
            case Empty _ -> create();
            case Older older -> upgrade(older);
            case Refused(String reason) -> throw refused(reason);
        }
    }

    private void create() throws SQLException {
        settings.progress().accept("creating the schema");
        site.prepare();
        migrate();
    }

    private void upgrade(Older older) throws SQLException {
        if (!mayMigrate) {
            throw refused("database is at " + older.version() + ", program needs " + older.needed()
                    + ": back up, then run `alluse db migrate`");
        }
        settings.progress().accept("migrating the schema from " + older.version() + " to " + older.needed());
        migrate();
    }

    private void migrate() throws SQLException {
        Migrations.apply(site);
        switch (look()) {
            case Current _ -> {}
            case Empty _ -> throw refused("the schema is still missing");
            case Older older -> throw refused("the schema is still at " + older.version());
            case Refused(String reason) -> throw refused(reason);
        }
    }

    /** While another program creates roles and schema, the program's role comes and goes: so it is tried twice. */
    private SchemaState look() throws SQLException {
        try {
            return look(site.as(Role.PROGRAM));
        } catch (SQLException e) {
            SchemaState state = unlessRole(e, site.administrator());
            return switch (state) {
                case Empty _, Refused _ -> state;
                case Current _, Older _ -> unlessRole(e, site.as(Role.PROGRAM));
            };
        }
    }

    private SchemaState unlessRole(SQLException why, SessionDataSource source) throws SQLException {
        if (!isRole(why)) {
            throw why;
        }
        try {
            return look(source);
        } catch (SQLException e) {
            if (isRole(e)) {
                throw refused(notMember(why));
            }
            throw e;
        }
    }

    private static boolean isRole(SQLException e) {
        return NO_ROLE.contains(String.valueOf(e.getSQLState()));
    }

    private static String notMember(SQLException why) {
        return "the login may not act as alluse_program (" + Fault.reason(why)
                + "); ask the administrator for: grant alluse_program, alluse_reader to that login";
    }

    private SchemaState look(SessionDataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return look(connection);
        }
    }

    private SchemaState look(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST) {
            throw refused("this is PostgreSQL " + version + ", alluse needs " + OLDEST + " or newer");
        }
        if (settings.durable()) {
            Durability.of(connection).check(site.url());
        }
        return SchemaCheck.look(connection);
    }

    private Fault refused(String reason) {
        return Fault.environment(site.url() + ": " + reason);
    }
}
