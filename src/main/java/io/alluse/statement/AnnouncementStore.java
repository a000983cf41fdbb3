package io.alluse.statement;

import io.alluse.account.AccountId;
import io.alluse.ledger.Announcement.Direction;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** SQL that lists announcements. */
final class AnnouncementStore {

    private static final String PAGE = Sql.of(AnnouncementStore.class, "announcement-page");

    private final Session session;

    AnnouncementStore(Session session) {
        this.session = session;
    }

    /** In the order of accounts and their events, after the last one of the page before. */
    List<OpenAnnouncement> page(@Nullable OpenAnnouncement last, int limit) {
        return session.client()
                .sql(PAGE)
                .param("account", last == null ? 0 : last.account().value())
                .param("event", last == null ? 0 : last.event())
                .param("seq", last == null ? 0 : last.seq())
                .param("limit", limit)
                .query((row, no) -> announcement(row))
                .list();
    }

    private static OpenAnnouncement announcement(ResultSet row) throws SQLException {
        return new OpenAnnouncement(
                new AccountId(row.getLong("account_id")),
                row.getString("code"),
                row.getInt("event_no"),
                row.getInt("seq"),
                Direction.valueOf(row.getString("direction").toUpperCase(Locale.ROOT)),
                row.getBigDecimal("amount"),
                row.getString("instrument"),
                row.getBigDecimal("quantity"),
                row.getObject("dated", LocalDate.class));
    }
}
