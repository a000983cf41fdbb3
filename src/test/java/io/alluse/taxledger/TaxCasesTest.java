package io.alluse.taxledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.holding.Closing;
import io.alluse.holding.Closing.How;
import io.alluse.holding.Desk;
import io.alluse.holding.Lot;
import io.alluse.holding.LotCases;
import io.alluse.holding.LotCases.Case;
import io.alluse.holding.LotCases.Node;
import io.alluse.holding.Term;
import io.alluse.instrument.Share;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wash sales and section 1256 as agencies and other people's programs have them; each case names where it comes from. */
class TaxCasesTest {

    private static final LocalDate LATER = LocalDate.of(2030, 1, 1);

    static Stream<Case> chains() {
        return LotCases.of("wash_sale").filter(one -> one.expected().has("rows"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("chains")
    void losses_are_deferred_row_by_row_as_others_do(Case one) {
        boolean cents = one.inputs().at("unit").text().equals("cents");
        Purchases purchases = new Purchases(cents);
        one.inputs().at("lots").list().forEach(purchases::add);

        assertThat(purchases.rows())
                .containsExactlyInAnyOrderElementsOf(one.expected().at("rows").list().stream()
                        .map(row -> expected(row, cents))
                        .toList());
    }

    private static String expected(Node row, boolean cents) {
        return row(
                row.at("qty").number(),
                row.at("holding_period_start").date(),
                money(row.at("adjusted_basis"), cents),
                row.has("sell") ? row.at("sell").text() : "open",
                row.has("sell") ? money(row.at("disallowed_loss"), cents) : Money.ZERO,
                row.has("sell") ? money(row.at("recognized_gain"), cents) : Money.ZERO);
    }

    private static String row(
            BigDecimal quantity, LocalDate since, Money basis, String sold, Money disallowed, Money gain) {
        return quantity.stripTrailingZeros().toPlainString() + " since " + since + " at " + basis + ", " + sold
                + ", deferred " + disallowed + ", gain " + gain;
    }

    private static Money money(Node amount, boolean cents) {
        return cents ? Money.of(amount.number().movePointLeft(2)) : amount.dollars();
    }

    @Test
    void the_example_of_the_regulation() {
        Node in = LotCases.all().stream()
                .filter(one -> one.id().equals("wash_sale-29"))
                .findFirst()
                .orElseThrow()
                .inputs();
        Purchases purchases = new Purchases(false);
        purchases.add(
                LocalDate.of(1955, 1, 1),
                in.at("buy").at("qty").number(),
                in.at("buy").at("cost").dollars(),
                "b1");
        purchases.sell(
                1, in.at("sell").at("date").date(), in.at("sell").at("proceeds").dollars());
        purchases.add(
                in.at("rebuy").at("date").date(),
                BigDecimal.ONE,
                in.at("rebuy").at("cost").dollars(),
                "b2");

        assertThat(purchases.rows())
                .containsExactly(
                        "1 since 1955-01-01 at 100.00, 1955-01-15, deferred 20.00, gain 0.00",
                        "1 since 1955-01-18 at 110.00, open, deferred 0.00, gain 0.00");
    }

    @Test
    void more_is_sold_than_is_bought_again() {
        Case one = LotCases.all().stream()
                .filter(other -> other.id().equals("wash_sale-31"))
                .findFirst()
                .orElseThrow();
        Purchases purchases = new Purchases(false);
        one.inputs().at("lots").list().forEach(purchases::add);
        TaxLedger ledger = purchases.ledger();

        assertThat(ledger.open())
                .map(OpenBasis::adjustedCost)
                .isEqualTo(one.expected().at("new_basis").list().stream()
                        .map(Node::dollars)
                        .toList());
        TermSum sum = ledger.period(LocalDate.of(2009, 1, 1), LocalDate.of(2009, 12, 31))
                .sum(Term.SHORT);
        assertThat(sum.adjustment())
                .isEqualTo(one.expected().at("disallowed_loss").dollars());
        assertThat(sum.gain().negated())
                .isEqualTo(one.expected().at("deductible_loss").dollars());
    }

    @Test
    void a_section_1256_contract_is_marked_at_the_end_of_the_year() {
        Case one = LotCases.of("section_1256").findFirst().orElseThrow();
        Lot lot = new Lot(
                1,
                Desk.instrument("SPX/2009-03-20/1300/C"),
                LocalDate.of(2008, 6, 22),
                LocalDate.of(2008, 6, 22),
                BigDecimal.ONE,
                Money.of("50000"),
                BigDecimal.ZERO,
                Money.ZERO,
                "b1");
        Closing closing = new Closing(
                1,
                "s1",
                LocalDate.of(2009, 2, 1),
                BigDecimal.ONE,
                Money.of("56000"),
                Money.of("50000"),
                Term.SHORT,
                How.TRADE);

        TaxLedger ledger = TaxLedger.of(
                List.of(lot), List.of(closing), (instrument, year) -> Optional.of(BigDecimal.valueOf(570)), LATER);

        for (int year = 2008; year <= 2009; year++) {
            TaxPeriod period = ledger.period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
            Node expected = one.expected().at(String.valueOf(year));
            assertThat(period.indexGain()).isEqualTo(expected.at("gain").dollars());
            assertThat(period.gain(Term.LONG)).isEqualTo(expected.at("long_60").dollars());
            assertThat(period.gain(Term.SHORT))
                    .isEqualTo(expected.at("short_40").dollars());
        }
    }

    /** Purchases that are sold whole, each by a line of its own, whichever was bought first. */
    private static final class Purchases {

        private final boolean cents;
        private final List<Lot> lots = new ArrayList<>();
        private final List<Closing> closings = new ArrayList<>();

        private Purchases(boolean cents) {
            this.cents = cents;
        }

        void add(Node lot) {
            String order = lot.has("buy_order") ? lot.at("buy_order").text() : "b" + lots.size();
            add(lot.at("buy").date(), lot.at("qty").number(), money(lot.at("basis"), cents), order);
            if (lot.has("sell")) {
                sell(lots.size(), lot.at("sell").date(), money(lot.at("proceeds"), cents));
            }
        }

        void add(LocalDate date, BigDecimal quantity, Money cost, String line) {
            lots.add(new Lot(lots.size() + 1, new Share("X"), date, date, quantity, cost, quantity, cost, line));
        }

        void sell(int no, LocalDate date, Money proceeds) {
            Lot lot = lots.get(no - 1);
            closings.add(new Closing(
                    no,
                    "s" + no,
                    date,
                    lot.quantity(),
                    proceeds,
                    lot.cost(),
                    Term.of(lot.acquired(), date),
                    How.TRADE));
            lots.set(
                    no - 1,
                    new Lot(
                            no,
                            lot.instrument(),
                            lot.opened(),
                            lot.acquired(),
                            lot.quantity(),
                            lot.cost(),
                            BigDecimal.ZERO,
                            Money.ZERO,
                            lot.line()));
        }

        TaxLedger ledger() {
            return TaxLedger.of(lots, closings, YearEndMarks.NONE, LATER);
        }

        List<String> rows() {
            TaxLedger ledger = ledger();
            Stream<String> sold = ledger.disposals().stream()
                    .map(row -> row(
                            row.quantity(),
                            row.heldSince(),
                            row.cost(),
                            row.closed().toString(),
                            row.disallowed(),
                            row.gain()));
            Stream<String> open = ledger.open().stream()
                    .map(row ->
                            row(row.quantity(), row.heldSince(), row.adjustedCost(), "open", Money.ZERO, Money.ZERO));
            return Stream.concat(sold, open).toList();
        }
    }
}
