package io.alluse.cli;

import io.alluse.activity.Action;
import io.alluse.activity.Activity;
import io.alluse.activity.Activity.Effect;
import io.alluse.broker.LineProblem;
import io.alluse.broker.LineSink;
import io.alluse.broker.Stated;
import io.alluse.instrument.Instrument;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sums up a statement while it is read: lines by kind, positions and cash, and what the file states of them. */
final class CheckedStatement implements LineSink {

    private final CheckOutput output;
    private final Map<String, Long> kinds = new TreeMap<>();
    private final Map<String, BigDecimal> positions = new TreeMap<>();
    private final Map<String, BigDecimal> expired = new TreeMap<>();
    private final Map<String, BigDecimal> statedPositions = new TreeMap<>();
    private Money cash = Money.ZERO;
    private Stated.@Nullable OpeningCash opening;
    private Stated.@Nullable ClosingCash closing;

    CheckedStatement(CheckOutput output) {
        this.output = output;
    }

    @Override
    public void took(Activity activity, long lines) {
        output.took(activity);
        cash = cash.plus(activity.amount());
        Instrument instrument = activity.instrument();
        if (instrument == null || activity.quantity().signum() == 0) {
            return;
        }
        String name = instrument.canonical();
        Instrument became = activity.became();
        if (became != null) {
            exchange(activity.action(), name, became.canonical(), activity.quantity());
        } else if (activity.action() == Action.EXPIRED && activity.effect() == Effect.UNSAID) {
            expired.merge(name, activity.quantity(), BigDecimal::add);
        } else {
            positions.merge(name, activity.quantity(), BigDecimal::add);
        }
    }

    /** A spin-off leaves what it comes from. */
    private void exchange(Action action, String name, String became, BigDecimal quantity) {
        positions.merge(became, quantity, BigDecimal::add);
        if (action != Action.SPIN_OFF) {
            positions.remove(name);
        }
    }

    @Override
    public void ignored(long line, long lines, String kind) {
        kinds.merge(kind, lines, Long::sum);
        output.ignored(line, kind);
    }

    @Override
    public void rejected(LineProblem problem, long lines) {
        output.rejected(problem);
    }

    @Override
    public void stated(Stated stated) {
        switch (stated) {
            case Stated.OpeningCash cash -> opening = cash;
            case Stated.ClosingCash cash -> closing = cash;
            case Stated.Position position ->
                statedPositions.merge(position.instrument().canonical(), position.quantity(), BigDecimal::add);
        }
    }

    @Override
    public void warned(LineProblem problem) {
        output.warned(problem);
    }

    /** The cash that a file ends with follows from the cash that it begins with. */
    void compare() {
        if (closing != null && opening != null) {
            Money expected = opening.amount().plus(cash);
            if (!expected.equals(closing.amount())) {
                output.warned(new LineProblem(
                        closing.line(),
                        1,
                        "cash",
                        expected + " by the cash at the beginning and the lines",
                        "another sum",
                        closing.amount().toString()));
            }
        }
    }

    /** Physical lines that were ignored, by kind. */
    Map<String, Long> kinds() {
        return kinds;
    }

    /** Units by instrument; an option that expired on a side not told is gone from the side it was on. */
    Map<String, BigDecimal> positions() {
        Map<String, BigDecimal> left = new TreeMap<>(positions);
        expired.forEach((name, quantity) -> {
            BigDecimal held = left.getOrDefault(name, BigDecimal.ZERO);
            left.put(name, held.signum() > 0 ? held.subtract(quantity) : held.add(quantity));
        });
        left.values().removeIf(quantity -> quantity.signum() == 0);
        return left;
    }

    Map<String, BigDecimal> statedPositions() {
        return statedPositions;
    }

    /** What all lines together change. */
    Money cash() {
        return cash;
    }

    @Nullable
    Money statedOpening() {
        return opening == null ? null : opening.amount();
    }

    @Nullable
    Money statedClosing() {
        return closing == null ? null : closing.amount();
    }
}
