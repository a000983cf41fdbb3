package io.alluse.database;

import io.alluse.fault.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Somebody else's server: our logins act as the roles. */
record ExternalSite(String url, Login program, Login owner) implements Site {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @Override
    public SessionDataSource as(Role role) {
        Login login = switch (role) {
            case OWNER -> owner;
            case PROGRAM, READER -> program;
        };
        return new SessionDataSource(url, login.user(), login.password()).actingAs(role);
    }

    @Override
    public SessionDataSource administrator() {
        return new SessionDataSource(url, owner.user(), owner.password());
    }

    /** All or nothing, one program at a time. */
    @Override
    public void prepare() throws SQLException {
        try (Connection connection = administrator().getConnection()) {
            connection.setAutoCommit(false);
            Bootstrap.execute(connection, List.of("select pg_advisory_xact_lock(hashtext('alluse prepare'))"));
            List<String> statements = statements(connection);
            try {
                Bootstrap.execute(connection, statements);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw refused(e, statements);
            }
        }
    }

    private List<String> statements(Connection connection) throws SQLException {
        List<String> statements = new ArrayList<>(Bootstrap.roles(connection));
        statements.addAll(Bootstrap.memberships(connection, owner.user(), List.of(Role.values())));
        statements.addAll(Bootstrap.memberships(connection, program.user(), List.of(Role.PROGRAM, Role.READER)));
        if (Bootstrap.ownsDatabase(connection)) {
            statements.addAll(Bootstrap.databaseRights(connection, connection.getCatalog()));
        }
        statements.addAll(Bootstrap.schema(connection));
        return statements;
    }

    private static Fault refused(SQLException e, List<String> statements) throws SQLException {
        if (!INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
            throw e;
        }
        return Fault.environment(
                "the owner's login may not prepare the database (" + Fault.reason(e)
                        + "); ask its administrator to run there: " + String.join("; ", statements) + ";",
                e);
    }
}
