package io.alluse.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens one connection per call, set up the way all of ours are: schema, UTC, and a server that notices our death. */
final class SessionDataSource extends PGSimpleDataSource {

    /** A server whose client's machine is gone has to let go of its locks within 15 s, not within hours. */
    private static final String ALL = "-c search_path=alluse -c tcp_user_timeout=15000 -c tcp_keepalives_idle=5"
            + " -c tcp_keepalives_interval=5 -c tcp_keepalives_count=2";

    SessionDataSource(String url, String user, String password) {
        setUrl(url);
        setUser(user);
        setPassword(password);
        setApplicationName(Database.SESSION);
        setTcpKeepAlive(true);
        setConnectTimeout(10);
        setOptions(ALL);
    }

    /** The login acts as a role that it is a member of. */
    SessionDataSource actingAs(Role role) {
        return with("role=" + role.sqlName());
    }

    SessionDataSource with(String setting) {
        setOptions(getOptions() + " -c " + setting);
        return this;
    }

    /** The same login for programs that use libpq. */
    Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        variables.put("PGHOST", String.join(",", getServerNames()));
        variables.put(
                "PGPORT",
                String.join(
                        ",",
                        Arrays.stream(getPortNumbers()).mapToObj(this::port).toList()));
        variables.put("PGDATABASE", String.valueOf(getDatabaseName()));
        variables.put("PGUSER", String.valueOf(getUser()));
        variables.put("PGPASSWORD", String.valueOf(getPassword()));
        variables.put("PGOPTIONS", String.valueOf(getOptions()));
        variables.put("PGTZ", "UTC");
        variables.put("PGAPPNAME", "alluse db psql");
        if (getSslMode() != null) {
            variables.put("PGSSLMODE", getSslMode());
        }
        return Map.copyOf(variables);
    }

    private String port(int number) {
        return String.valueOf(number == 0 ? 5432 : number);
    }

    /** The driver announces the zone of this JVM when it connects, and that beats the options. */
    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        Connection connection = super.getConnection(user, password);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set time zone 'UTC'");
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }
}
