package io.alluse.backup;

import io.alluse.backup.Backups.Taken;
import io.alluse.sql.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Optional;

/** SQL of backups. */
final class BackupStore {

    private final Session session;

    BackupStore(Session session) {
        this.session = session;
    }

    Optional<String> anchor() {
        return session.client()
                .sql("select digest from run where digest is not null order by ended_at desc, id desc limit 1")
                .query((row, no) -> row.getString("digest"))
                .optional();
    }

    void insert(Taken taken) {
        session.client()
                .sql("""
                        insert into backup (taken_at, place, bytes, anchor, taken_by)
                        values (:at, :place, :bytes, :anchor, :by)""")
                .param("at", Timestamp.from(taken.at()))
                .param("place", taken.place())
                .param("bytes", taken.bytes(), Types.BIGINT)
                .param("anchor", taken.anchor())
                .param("by", taken.by())
                .update();
    }

    Optional<Taken> last() {
        return session.client()
                .sql("select * from backup order by taken_at desc, id desc limit 1")
                .query((row, no) -> taken(row))
                .optional();
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                row.getTimestamp("taken_at").toInstant(),
                row.getString("place"),
                row.getObject("bytes", Long.class),
                row.getString("anchor"),
                row.getString("taken_by"));
    }
}
