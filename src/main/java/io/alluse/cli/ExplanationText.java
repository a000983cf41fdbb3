package io.alluse.cli;

import io.alluse.ledger.Movement;
import io.alluse.policy.Policy;
import io.alluse.run.Run;
import io.alluse.sweep.Decision;
import io.alluse.sweep.Explanation;
import io.alluse.sweep.Explanation.Again;
import io.alluse.sweep.Explanation.Event;
import io.alluse.sweep.KeptOutcome;
import io.alluse.text.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why an account came to what it came to in a run, for people and for programs. */
final class ExplanationText {

    private final Run run;
    private final Explanation explanation;

    ExplanationText(Run run, Explanation explanation) {
        this.run = run;
        this.explanation = explanation;
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add(explanation.account().code() + " in " + run.key() + ", run " + run.id() + ": " + outcome());
        Event event = explanation.event();
        explanation.kept().forEach(kept -> lines.add("  " + told(kept)));
        if (event != null) {
            posted(lines, event);
        } else if (explanation.reached()) {
            decidedAgain(lines);
        }
        return String.join(System.lineSeparator(), lines);
    }

    /** Of the last pass that came to it. */
    private String outcome() {
        Event event = explanation.event();
        if (event != null) {
            return "posted as event " + event.no();
        }
        if (!explanation.reached()) {
            return "not reached; the run is " + run.outcome();
        }
        KeptOutcome last =
                explanation.kept().isEmpty() ? null : explanation.kept().getLast();
        return last == null || last.takenIn() != null
                ? uncounted()
                : last.outcome().words();
    }

    /** Kept as a count only: which one, the decision made again says, if it still can be either. */
    private String uncounted() {
        return switch (explanation.again().decision()) {
            case Decision.Nothing nothing -> "nothing to do: " + nothing.reason();
            case Decision.NotEligible not -> "not eligible: " + not.state();
            case Decision.Post _, Decision.Candidate _, Decision.Wait _, Decision.Review _, Decision.SetAside _ ->
                "nothing to do, or not eligible (the run keeps these as counts)";
        };
    }

    private static String told(KeptOutcome kept) {
        String state = kept.resolution() == null && kept.takenIn() == null ? "" : "; " + KeptText.state(kept);
        return "pass " + kept.pass() + ": " + kept.outcome().words() + ": " + KeptText.reason(kept) + state;
    }

    private void posted(List<String> lines, Event event) {
        lines.add("  " + event.kind() + " under policy " + policy());
        for (Movement movement : event.movements()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %s → %s  %s  effective %s",
                    movement.from(),
                    movement.to(),
                    movement.amount().readable(),
                    movement.effective()));
        }
        if (explanation.agrees()) {
            lines.add("  because, on the account as it stood after event " + (event.no() - 1) + ":");
        } else {
            lines.add("  decided again on the account as it stood after event " + (event.no() - 1)
                    + ", it is something else; what counts is what was posted:");
        }
        explanation.again().lines().forEach(line -> lines.add("    " + line));
        lines.add("  detail " + event.detail());
    }

    private String policy() {
        Policy policy = explanation.again().view().policy();
        return policy.name() + " version " + policy.version() + " ("
                + policy.hash().brief() + ")";
    }

    /** Nothing is kept of the arithmetic of what was not posted. */
    private void decidedAgain(List<String> lines) {
        Again again = explanation.again();
        lines.add("  decided again from the ledger as it stood after event " + again.afterEvent() + ", "
                + again.view().head().state() + ", under policy " + policy() + ":");
        again.lines().forEach(line -> lines.add("    " + line));
    }

    Json json() {
        Again again = explanation.again();
        return Json.object()
                .put("schema", "alluse.explanation/1")
                .put("run", run.id())
                .put("job", run.key().job())
                .put("date", run.key().date())
                .put("account", explanation.account().code())
                .put("outcome", outcome())
                .put("reached", explanation.reached())
                .put("event", json(explanation.event()))
                .put("kept", explanation.kept().stream().map(KeptText::json).toList())
                .put(
                        "decidedAgain",
                        json(again).put("agrees", explanation.event() == null ? null : explanation.agrees()));
    }

    private Json json(Again again) {
        return Json.object()
                .put("afterEvent", again.afterEvent())
                .put("state", again.view().head().state())
                .put("policy", again.view().policy().name())
                .put("policyHash", again.view().policy().hash())
                .put("lines", again.lines());
    }

    private static @Nullable Json json(@Nullable Event event) {
        return event == null
                ? null
                : Json.object()
                        .put("no", event.no())
                        .put("kind", event.kind())
                        .put("policyHash", event.policy())
                        .put(
                                "movements",
                                event.movements().stream()
                                        .map(ExplanationText::json)
                                        .toList())
                        .put("detail", Json.raw(event.detail()));
    }

    private static Json json(Movement movement) {
        return Json.object()
                .put("from", movement.from())
                .put("to", movement.to())
                .put("amount", movement.amount())
                .put("effectiveDate", movement.effective());
    }
}
