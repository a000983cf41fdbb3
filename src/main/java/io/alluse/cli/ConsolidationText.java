package io.alluse.cli;

import io.alluse.audit.Word;
import io.alluse.consolidation.Recommendation;
import io.alluse.consolidation.Recommendation.Numbers;
import io.alluse.consolidation.Recommendation.State;
import io.alluse.consolidation.Trigger;
import io.alluse.text.Json;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A recommendation for people and for programs. */
final class ConsolidationText {

    private ConsolidationText() {}

    static String triggers(Recommendation one) {
        return one.triggers().stream().map(Trigger::word).collect(Collectors.joining(","));
    }

    /** {@code sibling A-000042-COM}, {@code a new account}, {@code 10,000.00 to A-000042-COM}. */
    static String where(Recommendation one) {
        String target = one.target() == null ? "a new account" : one.target();
        return switch (one.strategy()) {
            case PARENT, SIBLING -> one.strategy().word() + " " + target;
            case NEW -> "new " + target;
            case PARTIAL -> part(one) + " to " + target;
        };
    }

    private static String part(Recommendation one) {
        List<String> parts = new ArrayList<>();
        if (one.amount() != null) {
            parts.add(one.amount().readable());
        }
        parts.addAll(one.positions());
        return String.join(" and ", parts);
    }

    static String state(Recommendation one) {
        String state = one.state().name().toLowerCase(Locale.ROOT);
        return switch (one.state()) {
            case EXECUTED -> state + " on " + one.executedOn();
            case REVERSED -> state + " on " + one.reversedOn();
            case APPROVED ->
                state
                        + (one.word() == null
                                ? " by its policy"
                                : " by " + one.word().by());
            case REJECTED ->
                state + (one.word() == null ? "" : " by " + one.word().by());
            case OPEN, EXPIRED -> state;
        };
    }

    /** {@code recommendation 7: A-000042-GEN-1-GEN, parent A-000042-GEN, is approved by ann (postgres)}. */
    static String line(Recommendation one) {
        return "recommendation " + one.id() + ": " + one.account() + ", " + where(one) + ", is " + state(one);
    }

    static void print(PrintWriter out, Recommendation one) {
        Numbers numbers = one.numbers();
        line(out, "number", Long.toString(one.id()));
        line(out, "what", one.account() + ", " + where(one));
        line(out, "why", triggers(one) + (one.request() == null ? "" : ": " + one.request()));
        line(out, "asked on", one.assessedOn() + " by " + one.askedBy());
        line(out, "net worth", numbers.netWorth().readable());
        line(out, "saving", numbers.saving().readable() + " a year");
        line(out, "improvement", numbers.improvement().readable() + " a year");
        line(out, "benefit", numbers.benefit().toPlainString());
        line(out, "risk", numbers.risk().toPlainString());
        line(out, "confidence", numbers.confidence().toPlainString());
        line(out, "urgency", numbers.urgency().word() + (numbers.actBy() == null ? "" : ", by " + numbers.actBy()));
        line(out, "inputs", one.inputs());
        line(out, "policy", one.policy().brief());
        line(out, "state", state(one));
        if (one.word() != null) {
            line(out, "because", one.word().reason());
        }
        if (one.state() == State.EXECUTED) {
            line(out, "final with", "the close of " + one.finalWith() + ", kept as " + one.merge());
        } else {
            line(out, "good until", one.expiresOn().toString());
        }
    }

    private static void line(PrintWriter out, String title, String text) {
        out.println("%-13s%s".formatted(title, text));
    }

    static Json json(Recommendation one) {
        Numbers numbers = one.numbers();
        Word word = one.word();
        return Json.object()
                .put("id", one.id())
                .put("account", one.account())
                .put("target", one.target())
                .put("strategy", one.strategy().word())
                .put("triggers", one.triggers().stream().map(Trigger::word).toList())
                .put("amount", one.amount())
                .put("positions", one.positions())
                .put("netWorth", numbers.netWorth())
                .put("saving", numbers.saving())
                .put("improvement", numbers.improvement())
                .put("benefit", numbers.benefit())
                .put("risk", numbers.risk())
                .put("confidence", numbers.confidence())
                .put("urgency", numbers.urgency().word())
                .put("actBy", numbers.actBy())
                .put("inputs", Json.raw(one.inputs()))
                .put("policy", one.policy())
                .put("assessedOn", one.assessedOn())
                .put("askedBy", one.askedBy().osUser())
                .put("askedAs", one.askedBy().databaseUser())
                .put("request", one.request())
                .put("state", one.state().name().toLowerCase(Locale.ROOT))
                .put("expiresOn", one.expiresOn())
                .put("decidedBy", word == null ? null : word.by().osUser())
                .put("decidedAs", word == null ? null : word.by().databaseUser())
                .put("decidedAt", word == null ? null : word.at())
                .put("reason", word == null ? null : word.reason())
                .put("executedOn", one.executedOn())
                .put("merge", one.merge())
                .put("finalWith", one.finalWith())
                .put("reversedOn", one.reversedOn());
    }
}
