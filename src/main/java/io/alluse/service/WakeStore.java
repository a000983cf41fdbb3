package io.alluse.service;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.quartz.utils.ConnectionProvider;

/** Where Quartz keeps its one trigger: in our database, on our connections. */
final class WakeStore implements ConnectionProvider {

    private final DataSource source;

    WakeStore(DataSource source) {
        this.source = source;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return source.getConnection();
    }

    @Override
    public void initialize() {}

    /** The connections are not Quartz's to close. */
    @Override
    public void shutdown() {}
}
