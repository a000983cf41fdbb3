package io.alluse.cli;

import io.alluse.statement.Break;
import io.alluse.statement.Break.Word;
import io.alluse.text.Json;
import java.io.PrintWriter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A break for people and for programs. */
final class BreakText {

    private BreakText() {}

    /** What has become of it. */
    static String state(Break one) {
        Word word = one.word();
        String said = word == null ? "" : " by " + word.by() + " at " + RunText.time(word.at()) + ": " + word.text();
        return switch (one.state()) {
            case OPEN -> "open";
            case EXPLAINED -> "explained" + said;
            case RESOLVED -> "resolved" + said;
            case GONE -> "gone on " + one.goneOn() + (word == null ? "" : ", explained" + said);
        };
    }

    static void print(PrintWriter out, Break one) {
        line(out, "break", Long.toString(one.id()));
        line(
                out,
                "account",
                one.brokerage() + (one.reference() == null ? "" : ", " + one.reference() + " at the broker"));
        line(out, "what", one.what());
        line(out, "stated", number(one.stated()));
        line(out, "expected", number(one.expected()));
        line(out, "difference", number(one.difference()));
        line(out, "as of", one.asOf() + " (since " + one.since() + ")");
        line(out, "statement", one.statement());
        line(out, "state", state(one));
    }

    private static void line(PrintWriter out, String title, String text) {
        out.println("%-12s%s".formatted(title, text));
    }

    static String number(BigDecimal number) {
        return number.toPlainString();
    }

    static Json json(Break one) {
        Word word = one.word();
        return Json.object()
                .put("id", one.id())
                .put("account", one.brokerage())
                .put("reference", one.reference())
                .put("kind", one.kind().word())
                .put("instrument", one.instrument())
                .put("stated", number(one.stated()))
                .put("expected", number(one.expected()))
                .put("difference", number(one.difference()))
                .put("since", one.since())
                .put("asOf", one.asOf())
                .put("statement", one.statement())
                .put("state", one.state().word())
                .put("said", text(word))
                .put("saidBy", word == null ? null : word.by())
                .put("saidAt", word == null ? null : word.at())
                .put("goneOn", one.goneOn());
    }

    private static @Nullable String text(@Nullable Word word) {
        return word == null ? null : word.text();
    }
}
