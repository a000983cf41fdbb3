package io.alluse.database;

import java.sql.SQLException;

/** A server that runs, and how one logs in to it. */
sealed interface Site permits EmbeddedSite, ExternalSite, ReadingSite {

    /** Without any secret. */
    String url();

    SessionDataSource as(Role role);

    /** Who may create roles and the schema. */
    SessionDataSource administrator();

    /** Creates roles, database rights and schema; only where nothing of ours exists yet. */
    void prepare() throws SQLException;
}
