package io.alluse.cli;

import io.alluse.activity.Activity;
import io.alluse.broker.LineProblem;
import io.alluse.broker.StatementSummary;
import io.alluse.text.Json;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The check of statements as one JSON object: verdicts go out while the file is being read, so that its length does not matter. */
final class CheckJson implements CheckOutput {

    private static final int MOST_WARNINGS = 1_000;

    private final PrintWriter out;
    private final List<Json> warnings = new ArrayList<>();
    private String before = "{\"files\":[\n";
    private @Nullable JsonArray verdicts;

    CheckJson(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void begin(String file) {
        out.print(before + "{\"file\":" + Json.text(file) + ",\"verdicts\":");
        out.flush();
        before = ",\n";
        warnings.clear();
        verdicts = new JsonArray(out);
    }

    private void verdict(Json verdict) {
        if (verdicts != null) {
            verdicts.add(verdict);
        }
    }

    @Override
    public void took(Activity activity) {
        verdict(Json.object()
                .put("line", activity.line())
                .put("verdict", "taken")
                .put("action", activity.action())
                .put("effect", activity.effect())
                .put("account", activity.account())
                .put("effective", activity.effective())
                .put("posted", activity.posted())
                .put("time", activity.time())
                .put("instrument", activity.instrument())
                .put("quantity", activity.quantity().toPlainString())
                .put("price", text(activity.price()))
                .put("amount", activity.amount())
                .put("fees", activity.fees())
                .put("basis", activity.basis())
                .put("became", activity.became())
                .put("text", activity.text()));
    }

    @Override
    public void ignored(long line, String kind) {
        verdict(Json.object().put("line", line).put("verdict", "ignored").put("kind", kind));
    }

    @Override
    public void rejected(LineProblem problem) {
        verdict(json(problem).put("verdict", "rejected"));
    }

    /** The first thousand: one reason may hold for every line of a file. */
    @Override
    public void warned(LineProblem problem) {
        if (warnings.size() < MOST_WARNINGS) {
            warnings.add(json(problem));
        }
    }

    private static Json json(LineProblem problem) {
        return Json.object()
                .put("line", problem.line())
                .put("column", problem.column())
                .put("field", problem.field())
                .put("raw", problem.raw())
                .put("expected", problem.expected())
                .put("found", problem.found());
    }

    @Override
    public void end(StatementSummary summary, CheckedStatement checked) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>();
        rest.put("format", summary.format().name());
        rest.put("broker", summary.format().broker());
        rest.put("seen", summary.seen());
        rest.put("taken", summary.took());
        rest.put("ignored", summary.ignored());
        rest.put("rejected", summary.rejected());
        rest.put("ignoredByKind", checked.kinds());
        rest.put("positions", texts(checked.positions()));
        rest.put("cash", checked.cash());
        rest.put("statedPositions", texts(checked.statedPositions()));
        rest.put("statedOpeningCash", checked.statedOpening());
        rest.put("statedClosingCash", checked.statedClosing());
        rest.put("warnings", List.copyOf(warnings));
        endOfFile(rest);
    }

    private static Map<String, @Nullable String> texts(Map<String, BigDecimal> numbers) {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        numbers.forEach((name, number) -> texts.put(name, text(number)));
        return texts;
    }

    private static @Nullable String text(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    @Override
    public void fault(String reason) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>();
        rest.put("fault", reason);
        endOfFile(rest);
    }

    private void endOfFile(Map<String, @Nullable Object> rest) {
        if (verdicts != null) {
            verdicts.end();
        }
        rest.forEach((key, value) -> out.print("," + Json.text(key) + ":" + Json.text(value)));
        out.print("}");
    }

    @Override
    public void close() {
        out.println("\n]}");
        out.flush();
    }
}
