package io.alluse.statement;

import io.alluse.sql.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** SQL of the pages into which a statement is cut; there for the time of the import only. */
final class PageStore {

    private final Session session;

    PageStore(Session session) {
        this.session = session;
    }

    List<StatementPage> pages(long runId) {
        return session.client()
                .sql("select * from statement_page where run_id = :run order by part, page")
                .param("run", runId)
                .query((row, no) -> page(row))
                .list();
    }

    Optional<StatementPage> page(long runId, int part, long after) {
        return session.client()
                .sql("""
                        select * from statement_page where run_id = :run and part = :part and page > :after
                        order by page limit 1""")
                .param("run", runId)
                .param("part", part)
                .param("after", after)
                .query((row, no) -> page(row))
                .optional();
    }

    private static StatementPage page(ResultSet row) throws SQLException {
        return new StatementPage(
                row.getInt("part"),
                row.getLong("page"),
                row.getLong("from_id"),
                row.getObject("from_date", LocalDate.class),
                row.getLong("to_id"),
                row.getObject("to_date", LocalDate.class),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getLong("activities"),
                row.getLong("lines"));
    }

    void clear(long runId) {
        session.client()
                .sql("delete from statement_page where run_id = :run")
                .param("run", runId)
                .update();
    }
}
