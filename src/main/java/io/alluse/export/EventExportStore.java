package io.alluse.export;

import io.alluse.account.AccountId;
import io.alluse.export.ExportedEvent.Moved;
import io.alluse.sql.CopyReader;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** SQL of events for other systems; the role of a reader suffices. */
final class EventExportStore {

    private static final String EVENTS = Sql.of(EventExportStore.class, "events");
    private static final int COLUMNS = 21;
    private static final byte[] NONE = {};

    private final Session session;

    EventExportStore(Session session) {
        this.session = session;
    }

    /** No event that is visible now has a greater serial. */
    long horizon() {
        return session.client()
                .sql("select case when is_called then last_value else 0 end from event_serial")
                .query(Long.class)
                .single();
    }

    /** The hash of the event of this serial, if there is one; empty where there is none. */
    byte[] hash(int partition, long serial) {
        return session.client()
                .sql("""
                        select hash from event
                        where account_id >= :first and account_id < :next and serial = :serial""")
                .param("first", AccountId.firstOf(partition))
                .param("next", AccountId.firstOf(partition + 1))
                .param("serial", serial)
                .query((row, no) -> row.getBytes("hash"))
                .optional()
                .orElse(NONE);
    }

    /** Events of a partition after a serial and up to another, at most so many, in their order; returns how many there were. */
    int events(int partition, long after, long upTo, int most, Consumer<ExportedEvent> each) {
        String copy =
                EVENTS.formatted(AccountId.firstOf(partition), AccountId.firstOf(partition + 1), after, upTo, most);
        return Objects.requireNonNull(session.connected(connection -> read(connection, copy, each)));
    }

    private static int read(Connection connection, String copy, Consumer<ExportedEvent> each) throws SQLException {
        int read = 0;
        try (CopyReader rows = CopyReader.of(connection, copy, COLUMNS)) {
            ExportedEvent event = null;
            while (rows.next()) {
                long serial = rows.bigint();
                if (event == null || event.serial() != serial) {
                    if (event != null) {
                        each.accept(event);
                    }
                    event = event(rows, serial);
                    read++;
                } else {
                    skip(rows);
                }
                addMoved(rows, event.movements());
            }
            if (event != null) {
                each.accept(event);
            }
        }
        return read;
    }

    private static ExportedEvent event(CopyReader rows, long serial) {
        return new ExportedEvent(
                serial,
                rows.text(),
                rows.integer(),
                rows.text(),
                rows.text(),
                rows.date(),
                rows.date(),
                rows.text(),
                rows.bytes(),
                Objects.requireNonNull(rows.numeric()),
                rows.textOrNull(),
                rows.text(),
                rows.bytes(),
                rows.bytes(),
                rows.textOrNull(),
                new ArrayList<>());
    }

    /** The columns of the event again, beside its next movement. */
    private static void skip(CopyReader rows) {
        rows.skip(14);
    }

    /** An event that moves nothing has one row without a movement. */
    private static void addMoved(CopyReader rows, List<Moved> movements) {
        @Nullable String from = rows.textOrNull();
        if (from == null) {
            rows.skip(5);
            return;
        }
        movements.add(new Moved(
                from,
                rows.text(),
                Objects.requireNonNull(rows.numeric()),
                rows.date(),
                rows.textOrNull(),
                rows.textOrNull()));
    }
}
