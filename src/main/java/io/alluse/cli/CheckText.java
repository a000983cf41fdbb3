package io.alluse.cli;

import io.alluse.activity.Activity;
import io.alluse.broker.LineProblem;
import io.alluse.broker.StatementSummary;
import io.alluse.money.Money;
import io.alluse.text.TextTable;
import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The check of a statement for people: a verdict per line, then what it comes to; what is wrong goes to standard error. */
final class CheckText implements CheckOutput {

    private final PrintWriter out;
    private final PrintWriter err;
    private String file = "";

    CheckText(PrintWriter out, PrintWriter err) {
        // not the console's own writer, which flushes line by line
        this.out = new PrintWriter(new BufferedWriter(out, 1 << 16), false);
        this.err = err;
    }

    @Override
    public void begin(String name) {
        file = name;
    }

    @Override
    public void took(Activity activity) {
        verdict(activity.line(), "taken", text(activity));
    }

    @Override
    public void ignored(long line, String kind) {
        verdict(line, "ignored", kind);
    }

    @Override
    public void rejected(LineProblem problem) {
        verdict(problem.line(), "rejected", problem.field() + " '" + problem.raw() + "'");
        err.println(problem.in(file));
    }

    @Override
    public void warned(LineProblem problem) {
        err.println(problem.in(file) + " (a warning)");
    }

    private void verdict(long line, String verdict, String what) {
        out.println(file + ":" + line + ": " + verdict + " " + what);
    }

    private static String text(Activity activity) {
        StringBuilder text = new StringBuilder(64)
                .append(activity.effective())
                .append(' ')
                .append(activity.action().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        if (activity.quantity().signum() != 0) {
            text.append(' ').append(activity.quantity().toPlainString());
        }
        if (activity.instrument() != null) {
            text.append(' ').append(activity.instrument());
        }
        if (activity.became() != null) {
            text.append(" -> ").append(activity.became());
        }
        if (activity.price() != null) {
            text.append(" @ ").append(activity.price().toPlainString());
        }
        return text.append(" = ").append(activity.amount()).toString();
    }

    @Override
    public void end(StatementSummary summary, CheckedStatement checked) {
        out.println();
        positions(checked);
        cash(checked);
        if (!checked.kinds().isEmpty()) {
            out.println("ignored: "
                    + checked.kinds().entrySet().stream()
                            .map(kind -> kind.getValue() + " " + kind.getKey())
                            .collect(Collectors.joining(", ")));
        }
        out.println(file + ": " + summary.format().name() + ", " + summary.seen() + " lines: " + summary.took()
                + " taken, " + summary.ignored() + " ignored, " + summary.rejected() + " rejected");
        out.flush();
    }

    /** What the file states stands beside what its lines come to; it may have begun with holdings. */
    private void positions(CheckedStatement checked) {
        Map<String, BigDecimal> positions = checked.positions();
        Map<String, BigDecimal> stated = checked.statedPositions();
        TreeSet<String> names = new TreeSet<>(positions.keySet());
        names.addAll(stated.keySet());
        TextTable table = TextTable.of("POSITION", ">BY ITS LINES", ">STATED");
        names.forEach(name -> table.row(name, plain(positions.get(name)), plain(stated.get(name))));
        out.print(table.isEmpty() ? "no positions\n" : Terminal.fit(table));
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "-" : number.toPlainString();
    }

    private void cash(CheckedStatement checked) {
        out.println("cash by its lines: " + checked.cash().readable()
                + stated(", stated before them: ", checked.statedOpening())
                + stated(", stated after them: ", checked.statedClosing()));
    }

    private static String stated(String words, @Nullable Money money) {
        return money == null ? "" : words + money.readable();
    }

    @Override
    public void fault(String reason) {
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }
}
