package io.alluse.cli;

import io.alluse.database.DatabaseStatus;
import io.alluse.text.Json;
import java.util.ArrayList;
import java.util.List;

/** What {@code alluse db status} prints. */
final class DbStatusText {

    private DbStatusText() {}

    static String json(DatabaseStatus status) {
        return Json.object()
                .put("running", status.running())
                .put("url", status.url())
                .put("server", status.server())
                .put("data", status.data())
                .put("schema", status.schema())
                .put("bytes", status.bytes())
                .put("roles", status.roles())
                .put("durable", status.durable())
                .put("problem", status.problem())
                .toString();
    }

    static String lines(DatabaseStatus status) {
        List<String> lines = new ArrayList<>();
        lines.add("running   " + (status.running() ? "yes" : "no"));
        note(lines, "url       ", status.url());
        note(lines, "server    ", status.server().isEmpty() ? "" : "PostgreSQL " + status.server());
        note(lines, "data      ", status.data());
        note(lines, "schema    ", status.schema());
        if (status.running()) {
            lines.add("size      " + status.bytes() / 1024 / 1024 + " MiB");
            lines.add("roles     " + String.join(", ", status.roles()));
            lines.add("durable   " + (status.durable() ? "yes" : "no"));
        }
        note(lines, "problem   ", status.problem());
        return String.join("\n", lines);
    }

    private static void note(List<String> lines, String label, String value) {
        if (!value.isEmpty()) {
            lines.add(label + value);
        }
    }
}
