package io.alluse.cli;

import io.alluse.alert.Alert;
import io.alluse.alert.Alert.Word;
import io.alluse.alert.AlertState;
import io.alluse.text.Json;
import java.io.PrintWriter;

/** An alert for people and for programs. */
final class AlertText {

    private AlertText() {}

    /** What has become of it. */
    static String state(Alert one) {
        Word word = one.word();
        String known = word == null
                ? ""
                : "acknowledged by " + word.by() + " at " + RunText.time(word.at()) + ": " + word.text();
        return switch (one.state()) {
            case OPEN -> "open";
            case ACKNOWLEDGED -> known;
            case CLEARED -> "cleared on " + one.clearedOn() + (word == null ? "" : ", " + known);
        };
    }

    static void print(PrintWriter out, Alert one) {
        line(out, "alert", Long.toString(one.id()));
        line(out, "account", one.subject());
        line(out, "kind", one.kind().word());
        line(out, "what", one.text());
        line(out, "raised", one.raisedOn() + (one.runId() == null ? "" : " by run " + one.runId()));
        line(out, "state", state(one));
    }

    private static void line(PrintWriter out, String title, String text) {
        out.println("%-12s%s".formatted(title, text));
    }

    static Json json(Alert one) {
        Word word = one.word();
        return Json.object()
                .put("id", one.id())
                .put("account", one.subject())
                .put("kind", one.kind().word())
                .put("key", one.key())
                .put("text", one.text())
                .put("next", one.state() == AlertState.CLEARED ? null : one.next())
                .put("raisedOn", one.raisedOn())
                .put("run", one.runId())
                .put("state", one.state().word())
                .put("said", word == null ? null : word.text())
                .put("saidBy", word == null ? null : word.by())
                .put("saidAt", word == null ? null : word.at())
                .put("clearedOn", one.clearedOn());
    }
}
