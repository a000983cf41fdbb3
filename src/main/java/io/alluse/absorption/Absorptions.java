package io.alluse.absorption;

import io.alluse.account.AccountId;
import io.alluse.holding.Closing;
import io.alluse.holding.Closing.How;
import io.alluse.holding.Lot;
import io.alluse.holding.Term;
import io.alluse.ledger.Ledger;
import io.alluse.lot.LotHistory;
import io.alluse.lot.LotMoves;
import io.alluse.lot.LotMoves.Source;
import io.alluse.lot.Lots;
import io.alluse.money.Money;
import io.alluse.sql.Session;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what accounts can give away, and moves lots from one to the other, for many accounts in a handful of statements. */
public final class Absorptions {

    private final Lots lots;
    private final Ledger ledger;

    public Absorptions(Session session) {
        this.lots = new Lots(session);
        this.ledger = new Ledger(session);
    }

    /**
     * A parcel on its way.
     *
     * @param boundBefore what the short puts of the one who receives it bind without any parcel of this transaction
     */
    public record Move(Parcel parcel, AccountId to, Money boundBefore) {}

    /** What accounts hold, as of a day; one that holds nothing is left out. */
    public Map<AccountId, List<Piece>> pieces(Collection<AccountId> accounts, LocalDate date) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        Map<AccountId, List<Piece>> pieces = new HashMap<>();
        lots.histories(accounts).forEach((account, history) -> pieces.put(account, Pieces.of(history, date)));
        return pieces;
    }

    /** The same of one account whose lots have been read. */
    public static List<Piece> pieces(LotHistory history, LocalDate date) {
        return Pieces.of(history, date);
    }

    /** All of one table partition, in the transaction that posts it, after its postings. */
    public void keep(int partition, List<Move> moves) {
        List<AccountId> targets = moves.stream().map(Move::to).distinct().toList();
        Map<AccountId, Integer> last = new HashMap<>(lots.last(targets));
        Map<AccountId, Arrivals> arrivals = new LinkedHashMap<>();
        Map<AccountId, LotMoves> kept = new LinkedHashMap<>();
        Map<AccountId, Money> bound = new TreeMap<>();
        Map<AccountId, List<Parcel>> leaving = new LinkedHashMap<>();
        for (Move move : moves) {
            Parcel parcel = move.parcel();
            if (!parcel.pieces().isEmpty()) {
                AccountId from = parcel.from().chain().account();
                leaving.computeIfAbsent(from, _ -> new ArrayList<>()).add(parcel);
                arrivals.computeIfAbsent(move.to(), to -> new Arrivals(last.getOrDefault(to, 0)))
                        .add(parcel);
                bind(bound, from, parcel.from().bound(), parcel.bound().negated());
                bind(bound, move.to(), move.boundBefore(), parcel.bound());
            }
        }
        leaving.forEach((account, parcels) -> kept.put(account, left(parcels)));
        arrivals.forEach((account, arrived) -> kept.merge(account, arrived.moves(), Absorptions::both));
        lots.move(partition, kept);
        ledger.bind(partition, bound);
    }

    private static void bind(Map<AccountId, Money> bound, AccountId account, Money before, Money change) {
        if (!change.isZero()) {
            bound.merge(account, before.plus(change), (sum, _) -> sum.plus(change));
        }
    }

    private static LotMoves left(List<Parcel> parcels) {
        List<Lot> changed = new ArrayList<>();
        List<Closing> closings = new ArrayList<>();
        for (Parcel parcel : parcels) {
            parcel.lots().forEach(lot -> {
                changed.add(emptied(lot));
                closings.add(closing(lot, parcel));
            });
        }
        return LotMoves.out(changed, closings);
    }

    private static LotMoves both(LotMoves one, LotMoves other) {
        return new LotMoves(other.opened(), one.changed(), one.closings(), other.origins());
    }

    private static Lot emptied(Lot lot) {
        return new Lot(
                lot.no(),
                lot.instrument(),
                lot.opened(),
                lot.acquired(),
                lot.quantity(),
                lot.cost(),
                BigDecimal.ZERO,
                Money.ZERO,
                lot.line());
    }

    /** At cost: nothing is realized. */
    private static Closing closing(Lot lot, Parcel parcel) {
        Money cost = lot.openCost().abs();
        Term term = lot.isShort() ? Term.SHORT : Term.of(lot.acquired(), parcel.date());
        return new Closing(lot.no(), parcel.line(), parcel.date(), lot.openQuantity(), cost, cost, term, How.TRANSFER);
    }

    /** Lots that arrive in one account, numbered after the last one there. */
    private static final class Arrivals {

        private final List<Lot> opened = new ArrayList<>();
        private final Map<Integer, Source> origins = new LinkedHashMap<>();
        private int last;

        private Arrivals(int last) {
            this.last = last;
        }

        private void add(Parcel parcel) {
            AccountId from = parcel.from().chain().account();
            for (Piece piece : parcel.pieces()) {
                last++;
                opened.add(parcel.opened(piece, last));
                origins.put(last, new Source(from, piece.lot().no(), piece.origin()));
            }
        }

        private LotMoves moves() {
            return LotMoves.in(opened, origins);
        }
    }
}
