package io.alluse.database;

import io.alluse.fault.Fault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The three settings without which a commit is not a promise. */
record Durability(String fsync, String fullPageWrites, String synchronousCommit) {

    static Durability of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select current_setting('fsync'), current_setting('full_page_writes'),
                               current_setting('synchronous_commit')
                        """)) {
            row.next();
            return new Durability(row.getString(1), row.getString(2), row.getString(3));
        }
    }

    void check(String url) {
        List<String> off = weaknesses();
        if (!off.isEmpty()) {
            throw Fault.environment("the database " + url + " could lose what it has committed: "
                    + String.join(", ", off) + "; turn that on before alluse posts there");
        }
    }

    /** Weaker forms of synchronous commit still write to the local disk first; only off does not. */
    List<String> weaknesses() {
        List<String> off = new ArrayList<>();
        note(off, "fsync", fsync);
        note(off, "full_page_writes", fullPageWrites);
        note(off, "synchronous_commit", synchronousCommit);
        return off;
    }

    private static void note(List<String> off, String name, String value) {
        if (value.equals("off")) {
            off.add(name + " = off");
        }
    }
}
