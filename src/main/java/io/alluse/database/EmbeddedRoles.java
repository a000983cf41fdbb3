package io.alluse.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Roles, logins and database of the embedded server; what is there already is kept. */
final class EmbeddedRoles {

    private EmbeddedRoles() {}

    static void create(EmbeddedSite site) throws SQLException {
        try (Connection connection = site.maintenance().getConnection()) {
            createRoles(connection, site.passwords());
            if (Bootstrap.isMissing(connection, "select 1 from pg_database where datname = ?", site.database())) {
                Bootstrap.execute(connection, List.of("create database " + site.database() + " owner alluse_owner"));
            }
        }
        grant(site);
    }

    /** Rights on a database do not travel with a copy of it, those inside it do. */
    static void grant(EmbeddedSite site) throws SQLException {
        try (Connection connection = site.administrator().getConnection()) {
            Bootstrap.execute(connection, Bootstrap.databaseRights(connection, site.database()));
            Bootstrap.execute(connection, Bootstrap.schema(connection));
        }
    }

    private static void createRoles(Connection connection, Passwords passwords) throws SQLException {
        Bootstrap.execute(connection, Bootstrap.roles(connection));
        for (Role role : Role.values()) {
            // generated from letters that need no escape
            String password = passwords.of(role.sqlName());
            Bootstrap.execute(
                    connection, List.of("alter role " + role.sqlName() + " login password '" + password + "'"));
        }
    }
}
