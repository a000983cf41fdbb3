package io.alluse.absorption;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.holding.Closing;
import io.alluse.holding.Closing.How;
import io.alluse.holding.Lot;
import io.alluse.holding.Origin;
import io.alluse.holding.Term;
import io.alluse.instrument.InstrumentReader;
import io.alluse.instrument.Notation;
import io.alluse.lot.LotHistory;
import io.alluse.money.Money;
import io.alluse.taxledger.TaxLedger;
import io.alluse.taxledger.YearEndMarks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What tax law knows of a lot goes with it from account to account: docs/rules.md 7.4. */
class MovedTaxTest {

    private static final LocalDate MERGED = LocalDate.parse("2026-03-02");

    private static Lot lot(int no, String instrument, String opened, String acquired, int quantity, String cost) {
        return new Lot(
                no,
                Objects.requireNonNull(new InstrumentReader(Notation.CANONICAL).read(instrument)),
                LocalDate.parse(opened),
                LocalDate.parse(acquired),
                BigDecimal.valueOf(quantity),
                Money.of(cost),
                BigDecimal.valueOf(quantity),
                Money.of(cost),
                "s:" + no);
    }

    private static Lot sold(Lot lot) {
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

    private static Closing sale(Lot lot, String line, String date, String proceeds, How how) {
        LocalDate day = LocalDate.parse(date);
        return new Closing(
                lot.no(), line, day, lot.quantity(), Money.of(proceeds), lot.cost(), Term.of(lot.acquired(), day), how);
    }

    @Test
    void a_loss_deferred_into_a_lot_and_the_days_of_the_sold_one_go_with_it() {
        Lot old = lot(1, "TSLA", "2026-01-05", "2026-01-05", 10, "4000");
        Lot fresh = lot(2, "TSLA", "2026-02-10", "2026-02-10", 15, "4500");
        Closing loss = sale(old, "s:9", "2026-02-02", "3000", How.TRADE);
        List<Piece> pieces = Pieces.of(new LotHistory(List.of(sold(old), fresh), List.of(loss)), MERGED);
        assertThat(pieces)
                .extracting(piece -> piece.quantity() + " for " + piece.cost() + ", deferred "
                        + piece.origin().deferred() + " since " + piece.origin().heldSince() + ", bought "
                        + piece.origin().purchased())
                .containsExactly(
                        "10 for 3000.00, deferred 1000.00 since 2026-01-13, bought 2026-02-10",
                        "5 for 1500.00, deferred 0.00 since 2026-02-10, bought 2026-02-10");

        Lot moved = lot(1, "TSLA", "2026-03-02", "2026-02-10", 10, "3000");
        Closing gain = sale(moved, "t:1", "2027-01-20", "5000", How.TRADE);
        TaxLedger target = TaxLedger.of(
                new TaxLedger.Holding(
                        List.of(sold(moved)),
                        List.of(gain),
                        Map.of(1, pieces.getFirst().origin())),
                YearEndMarks.NONE,
                MERGED.plusYears(2));
        assertThat(target.disposals())
                .extracting(row -> row.gain() + " " + row.term() + " held since " + row.heldSince())
                .containsExactly("1000.00 LONG held since 2026-01-13");
    }

    /** Moving is not buying: only what was bought near a loss replaces what was sold. */
    @Test
    void a_lot_that_arrives_replaces_nothing_by_arriving() {
        Lot own = lot(1, "TSLA", "2026-01-05", "2026-01-05", 10, "4000");
        Closing loss = sale(own, "s:9", "2026-03-03", "3000", How.TRADE);
        Lot longAgo = lot(2, "TSLA", "2026-03-02", "2025-06-02", 10, "2000");
        assertThat(disallowed(own, loss, longAgo, "2025-06-02")).isEqualTo(Money.ZERO);
        Lot lately = lot(2, "TSLA", "2026-03-02", "2026-02-20", 10, "2000");
        assertThat(disallowed(own, loss, lately, "2026-02-20")).isEqualTo(Money.of("1000"));
    }

    private static Money disallowed(Lot own, Closing loss, Lot moved, String bought) {
        LocalDate day = LocalDate.parse(bought);
        return TaxLedger.of(
                        new TaxLedger.Holding(
                                List.of(sold(own), moved), List.of(loss), Map.of(2, new Origin(day, day, Money.ZERO))),
                        YearEndMarks.NONE,
                        MERGED.plusYears(1))
                .disposals()
                .getFirst()
                .disallowed();
    }

    /** The year that ended before the merge is the giver's, the next one the target's, from the mark between them. */
    @Test
    void an_index_option_is_marked_where_it_was_at_the_end_of_the_year() {
        YearEndMarks marks = (instrument, year) -> Optional.of(new BigDecimal(year == 2025 ? "15" : "18"));
        Lot bought = lot(1, "SPX 2027-12-17 6000 C", "2025-11-03", "2025-11-03", 1, "1000");
        Closing moved = sale(bought, "m", "2026-03-02", "1000", How.TRANSFER);
        TaxLedger giver = TaxLedger.of(
                new TaxLedger.Holding(List.of(sold(bought)), List.of(moved), Map.of()),
                marks,
                LocalDate.parse("2027-01-15"));
        assertThat(giver.indexes())
                .extracting(row -> row.date() + " " + row.gain())
                .containsExactly("2025-12-31 500.00");
        Lot arrived = lot(1, "SPX 2027-12-17 6000 C", "2026-03-02", "2025-11-03", 1, "1000");
        TaxLedger target = TaxLedger.of(
                new TaxLedger.Holding(List.of(arrived), List.of(), Map.of(1, Origin.of(bought))),
                marks,
                LocalDate.parse("2027-01-15"));
        assertThat(target.indexes())
                .extracting(row -> row.date() + " " + row.gain())
                .containsExactly("2026-12-31 300.00");
    }
}
