package io.alluse.holding;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.activity.Action;
import io.alluse.activity.Activity;
import io.alluse.activity.Activity.Effect;
import io.alluse.holding.Taken.Moved;
import io.alluse.holding.Taken.Refused;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.OptionContract;
import io.alluse.instrument.Right;
import io.alluse.instrument.Share;
import io.alluse.ledger.Balances;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An account at which activities are written down as people say them: {@code 2024-03-01 BUY 100 AAPL @10 -1000.00}. */
public final class Desk {

    private final Holdings holdings;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<Moved> moved = new ArrayList<>();
    private int number;

    private Desk(HoldingsStart start) {
        holdings = Holdings.of(start);
    }

    public static Desk empty() {
        return new Desk(HoldingsStart.empty());
    }

    static Desk of(HoldingsStart start) {
        return new Desk(start);
    }

    static Desk with(LedgerAccount bucket, String amount) {
        Money opening = Money.of(amount);
        List<Movement> movements = opening.isZero()
                ? List.of()
                : List.of(Movement.of(LedgerAccount.CAPITAL, bucket, opening, LocalDate.of(2020, 1, 1)));
        return new Desk(
                new HoldingsStart(List.of(), 0, Balances.ofMovements(movements), opening, LedgerAccount.WITHDRAWALS));
    }

    /** Lines are numbered l1, l2 … as they are said; blank ones are skipped. */
    public Desk say(String text) {
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            number++;
            lines.add(new Line(activity(line), "l" + number));
        });
        return this;
    }

    Desk sayAll(List<Line> all) {
        lines.addAll(all);
        return this;
    }

    /** Takes what was said, in the order of the day. */
    public Desk done() {
        DayOrder.of(lines).forEach(this::take);
        lines.clear();
        return this;
    }

    /** As it is, without those it belongs to. */
    void takeOnly(String line) {
        number++;
        take(new Line(activity(line), "l" + number));
    }

    List<String> undelivered() {
        return holdings.undelivered();
    }

    private void take(Line line) {
        Taken taken = holdings.take(line.activity(), line.id());
        told.add(line.id() + ": " + text(taken));
        if (taken instanceof Moved one) {
            moved.add(one);
        }
    }

    static String text(Taken taken) {
        return switch (taken) {
            case Moved(List<Movement> movements, Money _, @Nullable String note) ->
                movements.stream()
                                .map(move -> move.from() + ">" + move.to() + " " + move.amount())
                                .collect(Collectors.joining(", "))
                        + (note == null ? "" : " (" + note + ")");
            case Refused(String reason) -> "refused: " + reason;
        };
    }

    /** The lines in the order in which they were taken, each with its movements. */
    List<String> told() {
        return told;
    }

    String lastTold() {
        return told.getLast();
    }

    List<Moved> moved() {
        return moved;
    }

    public HoldingChanges changes() {
        return holdings.changes();
    }

    Money natural(LedgerAccount account) {
        return changes().balances().natural(account);
    }

    /** Open lots, as {@code 100 AAPL 1000.00}, by number. */
    List<String> open() {
        List<Lot> lots = new ArrayList<>(changes().changed());
        lots.addAll(changes().opened());
        return lots.stream()
                .filter(Lot::isOpen)
                .map(lot -> Shares.plain(lot.openQuantity()) + " " + lot.instrument() + " " + lot.openCost())
                .toList();
    }

    /** What was closed, as {@code 1: 100 1000.00-900.00 SHORT}. */
    List<String> closed() {
        return changes().closings().stream()
                .map(one -> one.lot() + ": " + Shares.plain(one.quantity()) + " " + one.proceeds() + "-" + one.cost()
                        + " " + one.term())
                .toList();
    }

    /** SECURITIES and SHORT_OPTIONS are what the open lots cost, and all balances add up to zero. */
    Desk check() {
        HoldingChanges changes = changes();
        List<Lot> lots = new ArrayList<>(changes.changed());
        lots.addAll(changes.opened());
        Money written = lots.stream().filter(Lot::isWritten).map(Lot::openCost).reduce(Money.ZERO, Money::plus);
        Money other =
                lots.stream().filter(lot -> !lot.isWritten()).map(Lot::openCost).reduce(Money.ZERO, Money::plus);
        assertThat(changes.balances().of(LedgerAccount.SHORT_OPTIONS)).isEqualTo(written);
        assertThat(changes.balances().of(LedgerAccount.SECURITIES)).isEqualTo(other);
        assertThat(changes.balances().inChartOrder().stream().reduce(Money.ZERO, Money::plus))
                .isEqualTo(Money.ZERO);
        return this;
    }

    /** Date, action, then in any order: quantity and instrument, {@code @price}, amount with cents, and {@code key=value}. */
    static Activity activity(String text) {
        String[] words = text.split("\\s+");
        LocalDate date = LocalDate.parse(words[0]);
        Action action = Action.valueOf(words[1]);
        Words rest = new Words(words);
        return new Activity(
                1,
                "",
                action,
                date,
                date,
                rest.time,
                rest.effect,
                rest.instrument,
                rest.quantity,
                rest.price,
                rest.amount,
                Money.ZERO,
                rest.basis,
                rest.became,
                text);
    }

    /** {@code AAPL}, or {@code AAPL/2024-03-15/150/C}. */
    public static Instrument instrument(String text) {
        String[] parts = text.split("/");
        return parts.length == 1
                ? new Share(text)
                : new OptionContract(
                        parts[0],
                        LocalDate.parse(parts[1]),
                        new BigDecimal(parts[2]),
                        parts[3].equals("C") ? Right.CALL : Right.PUT,
                        OptionContract.USUAL_MULTIPLIER);
    }

    private static final class Words {
        private @Nullable LocalTime time;
        private Effect effect = Effect.UNSAID;
        private @Nullable Instrument instrument;
        private BigDecimal quantity = BigDecimal.ZERO;
        private @Nullable BigDecimal price;
        private Money amount = Money.ZERO;
        private @Nullable Money basis;
        private @Nullable Instrument became;

        private Words(String[] words) {
            for (int i = 2; i < words.length; i++) {
                add(words[i]);
            }
        }

        private void add(String word) {
            if (word.startsWith("@")) {
                price = new BigDecimal(word.substring(1));
            } else if (word.startsWith("$")) {
                amount = Money.of(word.substring(1));
            } else if (word.startsWith("basis=")) {
                basis = Money.of(word.substring(6));
            } else if (word.startsWith("became=")) {
                became = Desk.instrument(word.substring(7));
            } else if (word.matches("\\d\\d:\\d\\d")) {
                time = LocalTime.parse(word);
            } else if (word.matches("OPENS|CLOSES|OF_ASSIGNMENT|OF_EXERCISE")) {
                effect = Effect.valueOf(word);
            } else if (word.matches("[-+]?[0-9.]+")) {
                quantity = new BigDecimal(word);
            } else {
                instrument = Desk.instrument(word);
            }
        }
    }
}
