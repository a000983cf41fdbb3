package io.alluse.cli;

import io.alluse.audit.Word;
import io.alluse.fork.ScoredDecision;
import io.alluse.text.Json;
import java.io.PrintWriter;
import java.util.Locale;

/** A scored decision for people and for programs. */
final class DecisionText {

    private DecisionText() {}

    static String state(ScoredDecision decision) {
        String state = decision.state().name().toLowerCase(Locale.ROOT);
        Word word = decision.word();
        return word == null
                ? state
                : state + " by " + word.by() + " at " + RunText.time(word.at()) + ": " + word.reason();
    }

    static void print(PrintWriter out, ScoredDecision decision) {
        line(out, "decision", Long.toString(decision.id()));
        line(
                out,
                "what",
                "fork of " + decision.account() + " over " + decision.amount().readable());
        line(out, "asked on", decision.askedOn() + " by " + decision.askedBy());
        line(out, "score", decision.score().toPlainString() + ": " + verdict(decision));
        line(out, "factors", decision.factors());
        line(out, "policy", decision.policy().brief());
        line(out, "state", state(decision));
        line(out, "good until", decision.expiresOn().toString());
    }

    private static String verdict(ScoredDecision decision) {
        return switch (decision.verdict()) {
            case EXECUTE -> "carried out at once";
            case APPROVE -> "approved for the next sweep";
            case REVIEW -> "for a person to decide";
        };
    }

    private static void line(PrintWriter out, String title, String text) {
        out.println("%-12s%s".formatted(title, text));
    }

    static Json json(ScoredDecision decision) {
        Word word = decision.word();
        return Json.object()
                .put("id", decision.id())
                .put("kind", "fork")
                .put("account", decision.account())
                .put("amount", decision.amount())
                .put("askedOn", decision.askedOn())
                .put("askedBy", decision.askedBy().osUser())
                .put("askedAs", decision.askedBy().databaseUser())
                .put("score", decision.score())
                .put("verdict", decision.verdict().name().toLowerCase(Locale.ROOT))
                .put("factors", Json.raw(decision.factors()))
                .put("policy", decision.policy())
                .put("state", decision.state().name().toLowerCase(Locale.ROOT))
                .put("expiresOn", decision.expiresOn())
                .put("decidedBy", word == null ? null : word.by().osUser())
                .put("decidedAs", word == null ? null : word.by().databaseUser())
                .put("decidedAt", word == null ? null : word.at())
                .put("reason", word == null ? null : word.reason());
    }
}
