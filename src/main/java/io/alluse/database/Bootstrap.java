package io.alluse.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The statements that make roles, rights and schema where they are missing: executed by us, or shown to an administrator. */
final class Bootstrap {

    private static final String ALL_ROLES = "alluse_owner, alluse_program, alluse_reader";

    private Bootstrap() {}

    static List<String> roles(Connection connection) throws SQLException {
        List<String> statements = new ArrayList<>();
        for (Role role : Role.values()) {
            if (isMissing(connection, "select 1 from pg_roles where rolname = ?", role.sqlName())) {
                statements.add("create role " + role.sqlName() + " nologin");
            }
        }
        return statements;
    }

    /** Grants what the login is not a member of yet; a superuser is a member of everything. */
    static List<String> memberships(Connection connection, String login, List<Role> roles) throws SQLException {
        List<String> statements = new ArrayList<>();
        for (Role role : roles) {
            if (isMissing(connection, MEMBER, role.sqlName(), login, actingAs(connection))) {
                statements.add("grant " + role.sqlName() + " to " + quoted(connection, login));
            }
        }
        return statements;
    }

    private static final String MEMBER = "select 1 from pg_roles where rolname = ? and pg_has_role(?::name, oid, ?)";

    /** Since PostgreSQL 16 who creates a role administers it without being allowed to act as it. */
    private static String actingAs(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseMajorVersion() < 16 ? "MEMBER" : "SET";
    }

    static boolean ownsDatabase(Connection connection) throws SQLException {
        return !isMissing(connection, """
                select 1 from pg_database
                 where datname = ? and pg_has_role(current_user, datdba, 'usage')
                """, connection.getCatalog());
    }

    /** Readers get no temporary objects: those include functions, which have no business in a reader's query. */
    static List<String> databaseRights(Connection connection, String database) throws SQLException {
        String name = quoted(connection, database);
        return List.of(
                "revoke all on database " + name + " from public",
                "grant connect on database " + name + " to " + ALL_ROLES,
                "grant temporary on database " + name + " to alluse_owner, alluse_program",
                "revoke create on schema public from public");
    }

    static List<String> schema(Connection connection) throws SQLException {
        if (isMissing(connection, "select 1 from pg_namespace where nspname = ?", "alluse")) {
            return List.of(
                    "create schema alluse authorization alluse_owner",
                    "grant usage on schema alluse to alluse_program, alluse_reader");
        }
        return List.of();
    }

    static boolean isMissing(Connection connection, String query, String... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (ResultSet found = statement.executeQuery()) {
                return !found.next();
            }
        }
    }

    static String quoted(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.enquoteIdentifier(name, false);
        }
    }

    static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
