package io.alluse.notification;

import io.alluse.notification.Notification.Delivery;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SQL of who has been told what. */
final class DeliveryStore {

    private static final String HAND_OUT = Sql.of(DeliveryStore.class, "hand-out");
    private static final String CLAIM = Sql.of(DeliveryStore.class, "claim-delivery");
    private static final String NOTIFICATIONS = Sql.of(DeliveryStore.class, "notifications");

    private final Session session;

    DeliveryStore(Session session) {
        this.session = session;
    }

    /** A channel that is new has seen what was noted before. */
    void register(Channel channel) {
        session.client().sql("""
                        insert into notification_channel (name, seen_id)
                        select :channel, coalesce(max(id), 0) from notification
                        on conflict (name) do nothing""").param("channel", channel.name()).update();
    }

    /** Only for holders of the lock of {@link NoticeStore}. */
    void handOut(Channel channel, Instant now) {
        session.client()
                .sql(HAND_OUT)
                .param("channel", channel.name())
                .param("kinds", channel.kinds().stream().map(NoticeKind::word).toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    record Claim(long notification, int tries) {}

    Optional<Claim> claim(String channel, Instant now, Instant again) {
        return session.client()
                .sql(CLAIM)
                .param("channel", channel)
                .param("now", Timestamp.from(now))
                .param("again", Timestamp.from(again))
                .query((row, no) -> new Claim(row.getLong("notification_id"), row.getInt("tries")))
                .optional();
    }

    void told(long notification, String channel, Instant now) {
        session.client()
                .sql("""
                        update notification_delivery set told_at = :now, failure = null
                        where notification_id = :id and channel = :channel""")
                .param("now", Timestamp.from(now))
                .param("id", notification)
                .param("channel", channel)
                .update();
    }

    void failed(long notification, String channel, String failure, Instant again) {
        session.client()
                .sql("""
                        update notification_delivery set due_at = :again, failure = :failure
                        where notification_id = :id and channel = :channel and told_at is null""")
                .param("again", Timestamp.from(again))
                .param("failure", failure)
                .param("id", notification)
                .param("channel", channel)
                .update();
    }

    Notification find(long id) {
        return page(true, id + 1, 1).getFirst();
    }

    /** The latest first; without {@code all} those that a channel has still to be told. */
    List<Notification> page(boolean all, long before, int limit) {
        Map<Long, Notification> found = new LinkedHashMap<>();
        session.client()
                .sql(NOTIFICATIONS)
                .param("before", before)
                .param("all", all)
                .param("limit", limit)
                .query(row -> {
                    found.merge(row.getLong("id"), notification(row), DeliveryStore::joined);
                });
        return List.copyOf(found.values());
    }

    private static Notification joined(Notification one, Notification more) {
        List<Delivery> deliveries = new ArrayList<>(one.deliveries());
        deliveries.addAll(more.deliveries());
        return new Notification(one.id(), one.notice(), one.notedAt(), deliveries);
    }

    private static Notification notification(ResultSet row) throws SQLException {
        Notice notice = new Notice(
                NoticeKind.ofWord(row.getString("kind")).orElseThrow(),
                row.getString("key"),
                row.getString("text"),
                row.getString("next_step"),
                row.getLong("things"),
                row.getString("subject"),
                row.getObject("run_id", Long.class));
        return new Notification(
                row.getLong("id"), notice, row.getTimestamp("noted_at").toInstant(), deliveries(row));
    }

    private static List<Delivery> deliveries(ResultSet row) throws SQLException {
        String channel = row.getString("channel");
        return channel == null
                ? List.of()
                : List.of(new Delivery(
                        channel,
                        row.getInt("tries"),
                        row.getTimestamp("due_at").toInstant(),
                        instant(row.getTimestamp("told_at")),
                        row.getString("failure")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
