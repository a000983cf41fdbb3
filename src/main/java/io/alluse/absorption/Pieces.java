package io.alluse.absorption;

import io.alluse.holding.Closing;
import io.alluse.holding.Lot;
import io.alluse.holding.Origin;
import io.alluse.lot.LotHistory;
import io.alluse.taxledger.OpenBasis;
import io.alluse.taxledger.TaxLedger;
import io.alluse.taxledger.YearEndMarks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The open lots of an account in pieces, each with what tax law goes on to know of it (docs/rules.md 7.4). */
final class Pieces {

    private Pieces() {}

    /** In the order of the lots. */
    static List<Piece> of(LotHistory history, LocalDate date) {
        Map<Integer, List<OpenBasis>> bases = history.closings().stream().noneMatch(Pieces::mayDefer)
                        && history.origins().isEmpty()
                ? Map.of()
                : bases(history, date);
        List<Piece> pieces = new ArrayList<>();
        for (Lot lot : history.lots()) {
            if (lot.isOpen()) {
                Origin origin = history.origins().getOrDefault(lot.no(), Origin.of(lot));
                List<OpenBasis> basis = bases.getOrDefault(lot.no(), List.of());
                if (basis.isEmpty()) {
                    pieces.add(Piece.whole(lot, origin));
                }
                basis.forEach(one -> pieces.add(piece(one, origin)));
            }
        }
        return pieces;
    }

    /** A loss may have gone into what is open, a delivered option may have handed on what it had. */
    private static boolean mayDefer(Closing closing) {
        return switch (closing.how()) {
            case TRANSFER -> false;
            case INTO_SHARES -> true;
            case TRADE, EXPIRY, CASH_SETTLEMENT, DISTRIBUTION -> closing.gain().signum() < 0;
        };
    }

    private static Map<Integer, List<OpenBasis>> bases(LotHistory history, LocalDate date) {
        TaxLedger.Holding holding = new TaxLedger.Holding(history.lots(), history.closings(), history.origins());
        return TaxLedger.of(holding, YearEndMarks.NONE, date).open().stream()
                .collect(Collectors.groupingBy(basis -> basis.lot().no()));
    }

    private static Piece piece(OpenBasis basis, Origin origin) {
        return new Piece(
                basis.lot(),
                plain(basis.quantity()),
                basis.cost(),
                new Origin(origin.purchased(), basis.heldSince(), basis.deferred()));
    }

    private static BigDecimal plain(BigDecimal quantity) {
        BigDecimal stripped = quantity.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
