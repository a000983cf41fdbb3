package io.alluse.statement;

import io.alluse.holding.HoldingChanges;
import io.alluse.holding.Lot;
import io.alluse.instrument.Instrument;
import io.alluse.ledger.Announcement;
import io.alluse.ledger.Announcement.Direction;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.money.Money;
import io.alluse.statement.Judged.Took;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What lines of a merged account come to where another one receives them: the brokers have still to move it, which is announced
 * (docs/rules.md 7.3).
 */
final class ReceivedFor {

    private static final Set<LedgerAccount> AT_THE_BROKER = EnumSet.of(
            LedgerAccount.CASH,
            LedgerAccount.BUFFER,
            LedgerAccount.TAX_RESERVE,
            LedgerAccount.ALLOCATED_CONTRACTS,
            LedgerAccount.ALLOCATED_SHARES,
            LedgerAccount.ALLOCATED_LEAPS);

    private ReceivedFor() {}

    /** Of the money of a day, as the account that receives it sees it. */
    static List<Announcement> cash(List<Took> took, LocalDate day) {
        Money change = Money.ZERO;
        for (Took one : took) {
            for (Movement movement : one.moved().movements()) {
                change = AT_THE_BROKER.contains(movement.to()) ? change.plus(movement.amount()) : change;
                change = AT_THE_BROKER.contains(movement.from()) ? change.minus(movement.amount()) : change;
            }
        }
        return change.isZero()
                ? List.of()
                : List.of(new Announcement.Cash(change.isPositive() ? Direction.IN : Direction.OUT, change.abs(), day));
    }

    /** Of all instruments of which it has more, or less, than before. */
    static List<Announcement> positions(Map<Integer, Lot> before, HoldingChanges changes, LocalDate day) {
        SortedMap<Instrument, BigDecimal> moved = new TreeMap<>(Comparator.comparing(Instrument::canonical));
        changes.opened().forEach(lot -> moved.merge(lot.instrument(), lot.openQuantity(), BigDecimal::add));
        for (Lot now : changes.changed()) {
            Lot then = Objects.requireNonNull(before.get(now.no()));
            moved.merge(now.instrument(), now.openQuantity(), BigDecimal::add);
            moved.merge(then.instrument(), then.openQuantity().negate(), BigDecimal::add);
        }
        List<Announcement> announced = new ArrayList<>();
        moved.forEach((instrument, quantity) -> {
            if (quantity.signum() != 0) {
                announced.add(new Announcement.Instrument(
                        quantity.signum() > 0 ? Direction.IN : Direction.OUT,
                        instrument.canonical(),
                        quantity.abs(),
                        day));
            }
        });
        return announced;
    }
}
