package io.alluse.database;

import io.alluse.fault.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Somebody else's server, for a login that only reads: a person's own, who sees the main accounts that are theirs. */
record ReadingSite(String url, Login login) implements Site {

    /** A login that may act as the program reads as the reporting role, everything; another one reads as itself. */
    static Site of(ExternalSite site) throws SQLException {
        ReadingSite own = new ReadingSite(site.url(), site.program());
        try (Connection connection = own.administrator().getConnection()) {
            boolean mayPost = Bootstrap.memberships(connection, own.login.user(), List.of(Role.PROGRAM))
                    .isEmpty();
            return mayPost ? site : own;
        }
    }

    @Override
    public SessionDataSource as(Role role) {
        return administrator();
    }

    @Override
    public SessionDataSource administrator() {
        return new SessionDataSource(url, login.user(), login.password());
    }

    @Override
    public void prepare() {
        throw Fault.environment(url + ": there is no schema alluse, or " + login + " may not see it;"
                + " ask its administrator for: grant alluse_reader to that login");
    }
}
