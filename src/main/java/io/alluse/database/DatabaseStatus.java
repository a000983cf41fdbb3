package io.alluse.database;

import io.alluse.database.SchemaState.Current;
import io.alluse.database.SchemaState.Empty;
import io.alluse.database.SchemaState.Older;
import io.alluse.database.SchemaState.Refused;
import io.alluse.fault.Fault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What `alluse db status` tells.
 *
 * @param running false also for an external server that cannot be reached
 * @param problem empty, or why the program could not work with this database
 */
public record DatabaseStatus(
        boolean running,
        String url,
        String server,
        String data,
        String schema,
        long bytes,
        List<String> roles,
        boolean durable,
        String problem) {

    static DatabaseStatus notRunning(String data) {
        return new DatabaseStatus(false, "", "", data, "", 0, List.of(), false, "the server is not running");
    }

    static DatabaseStatus of(Site site, String data) {
        try (Connection connection = connection(site);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FACTS)) {
            row.next();
            SchemaState state = SchemaCheck.look(connection);
            List<String> weaknesses = Durability.of(connection).weaknesses();
            return new DatabaseStatus(
                    true,
                    site.url(),
                    row.getString("server"),
                    data,
                    version(state),
                    row.getLong("bytes"),
                    List.of(row.getString("roles").split(" ")),
                    weaknesses.isEmpty(),
                    weaknesses.isEmpty() ? problem(state) : String.join(", ", weaknesses));
        } catch (SQLException e) {
            return new DatabaseStatus(false, site.url(), "", data, "", 0, List.of(), false, Fault.reason(e));
        }
    }

    /** Before the roles exist only the administrator gets in. */
    private static Connection connection(Site site) throws SQLException {
        try {
            return site.as(Role.PROGRAM).getConnection();
        } catch (SQLException e) {
            return site.administrator().getConnection();
        }
    }

    private static final String FACTS = """
            select current_setting('server_version') as server,
                   pg_database_size(current_database()) as bytes,
                   coalesce(string_agg(rolname, ' ' order by rolname), '') as roles
              from pg_roles
             where rolname in ('alluse_owner', 'alluse_program', 'alluse_reader')
            """;

    private static String version(SchemaState state) {
        return switch (state) {
            case Current(String version) -> version;
            case Older(String version, String _) -> version;
            case Empty _, Refused _ -> "";
        };
    }

    private static String problem(SchemaState state) {
        return switch (state) {
            case Current _ -> "";
            case Older(String _, String needed) -> "the program needs " + needed + ": run `alluse db migrate`";
            case Empty _ -> "the schema is missing: the first command that needs it creates it";
            case Refused(String reason) -> reason;
        };
    }
}
