package io.alluse.absorption;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.holding.Lot;
import io.alluse.holding.Origin;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.InstrumentReader;
import io.alluse.instrument.Notation;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Announcement;
import io.alluse.ledger.Announcement.Direction;
import io.alluse.ledger.Balances;
import io.alluse.ledger.ChainHead;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Marks;
import io.alluse.ledger.Movement;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts at random that give all they have: nothing is lost on the way (docs/rules.md 7.2). */
class ParcelLawTest {

    private static final LocalDate DATE = LocalDate.parse("2026-01-07");
    private static final int ACCOUNTS = 300;
    private static final List<String> HELD = List.of("TSLA", "AAPL", "TSLA 2026-03-20 400 P", "NVDA 2027-01-15 90 C");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void what_leaves_arrives_and_nothing_else(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ACCOUNTS; i++) {
            List<Piece> pieces = pieces(random);
            AccountHead giver = giver(random, pieces);
            Parcel parcel = Parcel.whole(giver, pieces, DATE);
            List<Movement> leaving = ParcelPostings.leaving(parcel);
            List<Movement> arriving = ParcelPostings.arriving(parcel);
            Balances left = giver.balances().after(leaving);
            Balances arrived = Balances.ofMovements(arriving);
            assertThat(left.isEmpty()).isTrue();
            assertThat(left.gain()).isEqualTo(giver.balances().gain());
            assertThat(arrived.netWorth())
                    .isEqualTo(giver.balances().netWorth())
                    .isEqualTo(parcel.received());
            for (LedgerAccount same : List.of(
                    LedgerAccount.TAX_RESERVE,
                    LedgerAccount.TAX_PAYABLE,
                    LedgerAccount.SECURITIES,
                    LedgerAccount.SHORT_OPTIONS)) {
                assertThat(arrived.of(same)).isEqualTo(giver.balances().of(same));
            }
            assertThat(Balances.ofMovements(Stream.concat(leaving.stream(), arriving.stream())
                                    .toList())
                            .of(LedgerAccount.TRANSFERS))
                    .isEqualTo(Money.ZERO);
            everyTransferHasItsTwin(leaving, arriving);
            bothBrokersAreToldTheSame(parcel);
            lotsKeepUnitsCostsAndDays(parcel);
        }
    }

    private static void everyTransferHasItsTwin(List<Movement> leaving, List<Movement> arriving) {
        List<String> there = arriving.stream()
                .map(one -> one.transfer() + one.to() + one.from() + one.amount())
                .toList();
        assertThat(leaving.stream()
                        .filter(one -> one.transfer() != null)
                        .map(one -> one.transfer() + one.from() + one.to() + one.amount()))
                .containsExactlyInAnyOrderElementsOf(there)
                .doesNotHaveDuplicates();
    }

    private static void bothBrokersAreToldTheSame(Parcel parcel) {
        List<String> leaving = texts(ParcelPostings.announcedLeaving(parcel, false), Direction.OUT);
        assertThat(texts(ParcelPostings.announcedArriving(parcel, false), Direction.IN))
                .isEqualTo(leaving);
        assertThat(ParcelPostings.announcedLeaving(parcel, true)).isEmpty();
    }

    private static List<String> texts(List<Announcement> announced, Direction plus) {
        return announced.stream()
                .map(one -> (one.direction() == plus ? "+" : "-")
                        + switch (one) {
                            case Announcement.Cash cash -> cash.amount().toString();
                            case Announcement.Instrument moved -> moved.quantity() + " " + moved.instrument();
                        })
                .toList();
    }

    private static void lotsKeepUnitsCostsAndDays(Parcel parcel) {
        for (Piece piece : parcel.pieces()) {
            Lot opened = parcel.opened(piece, 1);
            assertThat(opened.acquired()).isEqualTo(piece.lot().acquired());
            assertThat(opened.openQuantity()).isEqualTo(piece.quantity());
            assertThat(opened.openCost()).isEqualTo(piece.cost());
            assertThat(opened.instrument()).isEqualTo(piece.lot().instrument());
        }
        assertThat(parcel.bound())
                .isEqualTo(parcel.pieces().stream()
                        .map(piece -> piece.lot().bound())
                        .reduce(Money.ZERO, Money::plus));
    }

    private static List<Piece> pieces(Random random) {
        List<Piece> pieces = new ArrayList<>();
        for (int no = 1; no <= random.nextInt(6); no++) {
            Instrument instrument = Objects.requireNonNull(
                    new InstrumentReader(Notation.CANONICAL).read(HELD.get(random.nextInt(HELD.size()))));
            boolean isShort = instrument.canonical().endsWith("P");
            BigDecimal quantity = BigDecimal.valueOf((isShort ? -1L : 1L) * (1 + random.nextInt(20)));
            Money cost = Money.ofCents((isShort ? -1L : 1L) * random.nextInt(1_000_000));
            LocalDate bought = DATE.minusDays(random.nextInt(900));
            Lot lot = new Lot(no, instrument, bought, bought, quantity, cost, quantity, cost, "s:" + no);
            pieces.add(Piece.whole(lot, Origin.of(lot)));
        }
        return pieces;
    }

    private static AccountHead giver(Random random, List<Piece> pieces) {
        List<Movement> movements = new ArrayList<>();
        add(movements, LedgerAccount.CAPITAL, LedgerAccount.CASH, random.nextInt(3) * 1_000_000L);
        add(movements, LedgerAccount.PREMIUM, LedgerAccount.CASH, random.nextInt(9_000_000));
        add(movements, LedgerAccount.CASH, LedgerAccount.BUFFER, random.nextInt(100_000));
        add(movements, LedgerAccount.CASH, LedgerAccount.ALLOCATED_LEAPS, random.nextInt(100_000));
        add(movements, LedgerAccount.CASH, LedgerAccount.TAX_RESERVE, random.nextInt(100_000));
        add(movements, LedgerAccount.TAX_PAYABLE, LedgerAccount.TAXES, random.nextInt(100_000));
        for (Piece piece : pieces) {
            LedgerAccount held = piece.lot().isWritten() ? LedgerAccount.SHORT_OPTIONS : LedgerAccount.SECURITIES;
            Money cost = piece.cost();
            if (cost.isPositive()) {
                movements.add(Movement.of(LedgerAccount.CASH, held, cost, DATE));
            } else if (!cost.isZero()) {
                movements.add(Movement.of(held, LedgerAccount.CASH, cost.negated(), DATE));
            }
        }
        Money bound = pieces.stream().map(piece -> piece.lot().bound()).reduce(Money.ZERO, Money::plus);
        return new AccountHead(
                ChainHead.start(new AccountId(65_539), "A-000001-GEN-1-GEN"),
                AccountState.ACTIVE,
                Money.of("26000"),
                Balances.ofMovements(movements),
                0,
                0,
                Marks.NONE,
                bound);
    }

    private static void add(List<Movement> movements, LedgerAccount from, LedgerAccount to, long cents) {
        if (cents > 0) {
            movements.add(Movement.of(from, to, Money.ofCents(cents), DATE));
        }
    }
}
