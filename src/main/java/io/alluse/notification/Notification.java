package io.alluse.notification;

import io.alluse.text.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A notice as it was noted, and what became of it. */
public record Notification(long id, Notice notice, Instant notedAt, List<Delivery> deliveries) {

    private static final int FORMAT = 1;

    /** Whether a channel has been told, or why not yet. */
    public record Delivery(
            String channel,
            int tries,
            Instant dueAt,
            @Nullable Instant toldAt,
            @Nullable String failure) {}

    public Notification {
        deliveries = List.copyOf(deliveries);
    }

    /** What a command finds on its standard input; the id tells a repetition from something new. */
    public Json message() {
        return Json.object()
                .put("version", FORMAT)
                .put("id", id)
                .put("kind", notice.kind().word())
                .put("key", notice.key())
                .put("text", notice.text())
                .put("next", notice.next())
                .put("things", notice.things())
                .put("subject", notice.subject())
                .put("run", notice.runId())
                .put("at", notedAt);
    }

    /** {@code 2026-01-06T22:00:04Z run-failed: …; next: alluse job relaunch 12}, whatever the text is made of. */
    public String line() {
        String line = notedAt + " " + notice.kind().word() + ": " + notice.text() + "; next: " + notice.next();
        return line.replaceAll("\\p{Cntrl}+", " ");
    }
}
