package io.alluse.database;

import io.alluse.fault.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** One look at a server: version, durability, schema. */
final class Inspection {

    private static final int OLDEST = 15;

    /** The role does not exist, or the login is not a member of it, or may not read the history. */
    private static final Set<String> NO_ROLE = Set.of("22023", "42704", "42501");

    private Inspection() {}

    static SchemaState of(Site site, DatabaseSettings settings) throws SQLException {
        try (Connection connection = site.as(Role.PROGRAM).getConnection()) {
            return of(connection, site, settings);
        } catch (SQLException e) {
            if (!NO_ROLE.contains(String.valueOf(e.getSQLState()))) {
                throw e;
            }
            return withoutRole(site, settings, e);
        }
    }

    private static SchemaState withoutRole(Site site, DatabaseSettings settings, SQLException why) throws SQLException {
        try (Connection connection = site.administrator().getConnection()) {
            SchemaState state = of(connection, site, settings);
            if (state instanceof SchemaState.Current || state instanceof SchemaState.Older) {
                throw Fault.environment(
                        site.url() + ": the login may not act as alluse_program (" + Fault.reason(why)
                                + "); ask the administrator for: grant alluse_program, alluse_reader to its user",
                        why);
            }
            return state;
        }
    }

    private static SchemaState of(Connection connection, Site site, DatabaseSettings settings) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST) {
            throw Fault.environment(
                    site.url() + " is PostgreSQL " + version + "; alluse needs " + OLDEST + " or newer");
        }
        if (settings.durable()) {
            Durability.of(connection).check(site.url());
        }
        return SchemaCheck.look(connection);
    }

    static Fault unreachable(Site site, SQLException e) {
        return Fault.environment("the database " + site.url() + " cannot be used: " + Fault.reason(e), e);
    }
}
