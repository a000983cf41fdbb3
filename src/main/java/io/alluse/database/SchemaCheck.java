package io.alluse.database;

import io.alluse.database.Migrations.Migration;
import io.alluse.database.SchemaState.Current;
import io.alluse.database.SchemaState.Empty;
import io.alluse.database.SchemaState.Older;
import io.alluse.database.SchemaState.Refused;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Compares the history in the database with the migrations of this program: two queries, no Flyway. */
final class SchemaCheck {

    record Applied(int version, int checksum, boolean success) {}

    private SchemaCheck() {}

    static SchemaState look(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FIND)) {
            row.next();
            if (row.getBoolean("has_history")) {
                return compare(history(connection), Migrations.shipped());
            }
            if (row.getInt("ours") > 0) {
                return new Refused("schema alluse exists without a migration history, so another program made it;"
                        + " use another database");
            }
            return foreign(row.getInt("others"), row.getString("example"));
        }
    }

    private static SchemaState foreign(int others, String example) {
        return others == 0
                ? new Empty()
                : new Refused("the database holds " + others + " tables of others (such as " + example
                        + ") and no schema alluse; create an empty database for alluse");
    }

    private static final String FIND = """
            select to_regclass('alluse.flyway_schema_history') is not null as has_history,
                   count(*) filter (where n.nspname = 'alluse') as ours,
                   count(*) filter (where n.nspname <> 'alluse') as others,
                   min(n.nspname || '.' || c.relname) filter (where n.nspname <> 'alluse') as example
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
               and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
               and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
            """;

    private static List<Applied> history(Connection connection) throws SQLException {
        List<Applied> history = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select version::int, checksum, success
                          from alluse.flyway_schema_history
                         where version is not null
                         order by version::int
                        """)) {
            while (row.next()) {
                history.add(new Applied(row.getInt(1), row.getInt(2), row.getBoolean(3)));
            }
        }
        return history;
    }

    /** What was applied has to be a beginning of what is shipped; the history is there a moment before its first row. */
    static SchemaState compare(List<Applied> applied, List<Migration> shipped) {
        for (int i = 0; i < applied.size(); i++) {
            Applied have = applied.get(i);
            if (!have.success()) {
                return failed(have);
            }
            if (i == shipped.size()) {
                return newer(applied.getLast().version(), shipped.getLast().version());
            }
            if (!have.equals(asApplied(shipped.get(i)))) {
                return changed(have, shipped.get(i));
            }
        }
        if (applied.isEmpty()) {
            return new Empty();
        }
        String version = Migration.name(applied.getLast().version());
        return applied.size() == shipped.size()
                ? new Current(version)
                : new Older(version, shipped.getLast().name());
    }

    private static Applied asApplied(Migration migration) {
        return new Applied(migration.version(), migration.checksum(), true);
    }

    private static Refused failed(Applied have) {
        return new Refused("migration " + Migration.name(have.version())
                + " has failed in this database; restore the backup made before it");
    }

    private static Refused newer(int have, int known) {
        return new Refused("database is at " + Migration.name(have) + ", program knows " + Migration.name(known)
                + " only: use the newer alluse that migrated it");
    }

    private static Refused changed(Applied have, Migration shipped) {
        String name = Migration.name(have.version());
        return have.version() == shipped.version()
                ? new Refused("migration " + name + " was applied with other content (checksum " + have.checksum()
                        + ", shipped " + shipped.checksum() + "): use the alluse that migrated this database")
                : new Refused("migration " + name + " was applied where this program has " + shipped.name()
                        + ": use the alluse that migrated this database");
    }
}
