package io.alluse.holding;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.activity.Action;
import io.alluse.activity.Activity;
import io.alluse.activity.Activity.Effect;
import io.alluse.holding.LotCases.Case;
import io.alluse.holding.LotCases.Node;
import io.alluse.instrument.Share;
import io.alluse.ledger.Balances;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** First in first out, holding periods, corporate actions and options, as others say; wash sales and section 1256 are in the tax ledger. */
class LotCasesTest {

    private static final Map<String, String> NOT_OURS = Map.of(
            "other_lot_methods-01", "last in, first out",
            "other_lot_methods-03", "highest cost, first out",
            "other_lot_methods-05", "highest cost, first out",
            "other_lot_methods-11", "smallest gain first",
            "holding_period-11", "long-term from 365 days on: exactly a year is short-term in the law");

    /** A share of an amount is cut to the cent here; theirs has all decimals. */
    private static final Offset<BigDecimal> HALF_A_CENT = Offset.offset(new BigDecimal("0.005"));

    private static final Set<String> IN_THE_TAX_LEDGER = Set.of("wash_sale", "section_1256");

    @Test
    void every_case_is_either_used_or_named_as_not_ours() {
        Set<String> used = new TreeSet<>(Stream.of(
                        "holding_period",
                        "fifo_lots",
                        "split",
                        "return_of_capital",
                        "spinoff",
                        "equity_option",
                        "option_rule")
                .flatMap(LotCases::of)
                .map(Case::id)
                .filter(id -> !NOT_OURS.containsKey(id))
                .toList());
        List<Case> others = LotCases.all().stream()
                .filter(one -> !used.contains(one.id()) && !NOT_OURS.containsKey(one.id()))
                .toList();

        assertThat(used).hasSize(27);
        assertThat(others)
                .allMatch(one -> IN_THE_TAX_LEDGER.contains(one.metric()))
                .hasSize(17);
    }

    static Stream<Case> holdingPeriods() {
        return LotCases.of("holding_period").filter(one -> !NOT_OURS.containsKey(one.id()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("holdingPeriods")
    void a_holding_period_is_counted_as_others_do(Case one) {
        int months = one.id().equals("holding_period-09") ? 6 : 12;
        LocalDate sold = one.inputs().at("sold").date();
        LocalDate from = Term.longFrom(one.inputs().at("acquired").date(), months);

        assertThat(sold.isBefore(from) ? "SHORT" : "LONG")
                .isEqualTo(one.expected().at("term").text());
    }

    static Stream<Case> sales() {
        return LotCases.of("fifo_lots").filter(one -> one.inputs().has("disposals"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sales")
    void sales_are_matched_as_others_do(Case one) {
        Holdings holdings = Holdings.of(HoldingsStart.empty());
        for (Node lot : one.inputs().at("lots").list()) {
            takeLot(holdings, lot);
        }
        for (Node disposal : one.inputs().at("disposals").list()) {
            takeDisposal(holdings, disposal);
        }
        List<Node> rows = one.expected().at("sell_rows").list();
        List<Closing> sold = holdings.changes().closings().stream()
                .filter(closing -> closing.line().equals("sell"))
                .toList();

        assertThat(sold).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            assertSame(sold.get(i), rows.get(i));
        }
    }

    private static void takeLot(Holdings holdings, Node lot) {
        Money cost = lot.at("cost_incl_fee").dollars();
        take(holdings, Action.BUY, lot.at("date").date(), lot.at("qty").number(), cost.negated(), "buy");
    }

    /** What is given away leaves at cost. */
    private static void takeDisposal(Holdings holdings, Node disposal) {
        boolean given = Set.of("gift", "donate").contains(disposal.at("kind").text());
        take(
                holdings,
                given ? Action.TRANSFER : Action.SELL,
                disposal.at("date").date(),
                disposal.at("qty").number().negate(),
                given ? Money.ZERO : disposal.at("proceeds").dollars(),
                disposal.at("kind").text());
    }

    private static void take(
            Holdings holdings, Action action, LocalDate date, BigDecimal quantity, Money amount, String line) {
        Activity activity = new Activity(
                1,
                "",
                action,
                date,
                date,
                null,
                Effect.UNSAID,
                new Share("X"),
                quantity,
                null,
                amount,
                Money.ZERO,
                null,
                null,
                "");
        assertThat(holdings.take(activity, line)).isInstanceOf(Taken.Moved.class);
    }

    private static void assertSame(Closing closing, Node row) {
        assertThat(closing.quantity()).isEqualByComparingTo(row.at("qty").number());
        assertThat(closing.date()).isEqualTo(row.at("sold").date());
        assertThat(closing.proceeds().amount()).isCloseTo(row.at("proceeds").number(), HALF_A_CENT);
        assertThat(closing.cost().amount()).isCloseTo(row.at("basis").number(), HALF_A_CENT);
        assertThat(closing.gain().amount()).isCloseTo(row.at("gain").number(), HALF_A_CENT);
        assertThat(closing.term().name()).isEqualTo(row.at("term").text());
    }

    static Stream<Case> fills() {
        return LotCases.of("fifo_lots").filter(one -> one.inputs().has("fills"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fills")
    void short_fills_are_matched_as_others_do(Case one) {
        Holdings holdings = Holdings.of(HoldingsStart.empty());
        for (Node fill : one.inputs().at("fills").list()) {
            BigDecimal quantity = fill.at("qty").number();
            Action action = quantity.signum() < 0 ? Action.SELL : Action.BUY;
            take(
                    holdings,
                    action,
                    fill.at("time").date(),
                    quantity,
                    fill.at("cash").dollars(),
                    fill.at("i").text());
        }
        HoldingChanges changes = holdings.changes();
        Map<Integer, String> opened = changes.opened().stream().collect(Collectors.toMap(Lot::no, Lot::line));

        assertThat(changes.closings())
                .map(closing -> opened.get(closing.lot()) + " by " + closing.line() + ": "
                        + Shares.plain(closing.quantity().abs()))
                .isEqualTo(one.expected().at("matches").list().stream()
                        .map(row -> row.at("open").text() + " by "
                                + row.at("close").text() + ": " + row.at("qty").text())
                        .toList());
        BigDecimal gain = changes.closings().stream()
                .map(Closing::gain)
                .reduce(Money.ZERO, Money::plus)
                .amount();
        assertThat(gain).isCloseTo(one.expected().at("derived_total_gain").number(), HALF_A_CENT);
    }

    @Test
    void a_reverse_split_changes_the_lots_that_were_there() {
        Case one = LotCases.of("split")
                .filter(split -> split.inputs().has("lots"))
                .findFirst()
                .orElseThrow();
        assertThat(one.id()).isEqualTo("split-01");

        Desk desk = Desk.empty().say("""
                2016-01-01 BUY 100 X $-1000.00
                2016-01-03 BUY 300 X $-3600.00
                2016-01-02 SPLIT -90 X
                """).done().check();

        assertThat(desk.open())
                .isEqualTo(one.expected().at("lots").list().stream()
                        .map(LotCasesTest::lot)
                        .toList());
    }

    private static String lot(Node lot) {
        BigDecimal cost = lot.at("qty").number().multiply(lot.at("unit_cost").number());
        return lot.at("qty").text() + " X " + Money.of(cost);
    }

    static Stream<Case> splits() {
        return LotCases.of("split").filter(one -> one.inputs().has("basis"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("splits")
    void a_split_keeps_the_basis(Case one) {
        Node in = one.inputs();
        BigDecimal quantity = in.at("qty").number();
        BigDecimal after = quantity.multiply(in.at("split").at("new").number())
                .divide(in.at("split").at("old").number(), RoundingMode.UNNECESSARY);

        Desk desk = Desk.empty()
                .say("2016-01-01 BUY " + quantity + " X $-" + in.at("basis").text())
                .say("2016-01-02 SPLIT " + after.subtract(quantity) + " X")
                .done()
                .check();

        assertThat(desk.open()).containsExactly(lot(one.expected()));
    }

    static Stream<Case> returnsOfCapital() {
        return LotCases.of("return_of_capital");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("returnsOfCapital")
    void returned_capital_lowers_the_basis_per_share(Case one) {
        List<Lot> lots = new ArrayList<>();
        for (Node lot : one.inputs().at("lots").list()) {
            lots.add(lot(lots.size() + 1, lot));
        }
        Money cost = lots.stream().map(Lot::cost).reduce(Money.ZERO, Money::plus);
        Balances balances = Balances.ofMovements(
                List.of(Movement.of(LedgerAccount.CAPITAL, LedgerAccount.SECURITIES, cost, LocalDate.of(2016, 1, 1))));
        Node distribution = one.inputs().at("distribution");
        Desk desk = Desk.of(new HoldingsStart(lots, lots.size(), balances, cost, LedgerAccount.WITHDRAWALS))
                .say(distribution.at("date").text() + " RETURN_OF_CAPITAL X $"
                        + distribution.at("cash").text())
                .done()
                .check();

        assertThat(desk.changes().changed())
                .map(lot -> lot.openCost()
                        .amount()
                        .divide(lot.openQuantity(), RoundingMode.UNNECESSARY)
                        .intValueExact())
                .map(String::valueOf)
                .isEqualTo(one.expected().at("unit_costs").list().stream()
                        .map(Node::text)
                        .toList());
        assertThat(desk.natural(LedgerAccount.GAINS_SHORT)).isEqualTo(Money.of("0.00"));
    }

    private static Lot lot(int no, Node lot) {
        BigDecimal quantity = lot.at("qty").number();
        Money cost = Money.of(quantity.multiply(lot.at("unit_cost").number()));
        LocalDate acquired = lot.at("acquired").date();
        LocalDate opened = lot.has("created") ? lot.at("created").date() : acquired;
        return new Lot(no, new Share("X"), opened, acquired, quantity, cost, quantity, cost, "b" + no);
    }

    @Test
    void a_spin_off_takes_its_part_of_the_basis_and_the_date() {
        Case one = LotCases.of("spinoff").findFirst().orElseThrow();
        assertThat(one.id()).isEqualTo("spinoff-01");

        Desk desk = Desk.empty().say("""
                2016-01-01 BUY 100 X $-1000.00
                2016-01-04 SPIN_OFF 20 X became=KID basis=500.00
                """).done().check();

        assertThat(desk.open()).containsExactly("100 X 500.00", "20 KID 500.00");
        assertThat(desk.changes().opened())
                .last()
                .extracting(Lot::acquired)
                .isEqualTo(one.expected().at("spun").at("acquired").date());
    }

    /** What a book says of one contract of 100 and commissions of 25 per option and 85 or 75 per trade in shares. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             CASE             | LINES                                                                                                                              | OPEN              | CLOSED
             equity_option-01 | 2024-01-02 BUY 1 X/2024-10-18/50/C $-525.00; 2024-02-01 SELL -1 X/2024-10-18/50/C $875.00                                           | ''                | 1: 1 875.00-525.00 SHORT
             equity_option-03 | 2024-01-02 BUY 1 X/2024-10-18/50/P $-225.00; 2024-02-01 SELL -1 X/2024-10-18/50/P $475.00                                           | ''                | 1: 1 475.00-225.00 SHORT
             equity_option-05 | 2022-01-03 SELL -1 X/2024-10-18/50/C $275.00; 2024-02-01 BUY 1 X/2024-10-18/50/C $-125.00                                           | ''                | 1: -1 275.00-125.00 SHORT
             equity_option-07 | 2022-01-03 SELL -1 X/2024-10-18/50/P $375.00; 2024-02-01 BUY 1 X/2024-10-18/50/P $-225.00                                           | ''                | 1: -1 375.00-225.00 SHORT
             equity_option-09 | 2024-07-01 BUY 1 X/2024-10-20/50/C $-525.00; 2024-10-20 EXERCISED 1 X/2024-10-20/50/C; 2024-10-20 BUY 100 X @50 $-5085.00            | 100 X 5610.00     | 1: 1 525.00-525.00 SHORT
             equity_option-11 | 2024-01-02 BUY 100 X $-3000.00; 2024-01-02 BUY 1 X/2024-04-19/45/P $-225.00; 2024-04-19 EXERCISED 1 X/2024-04-19/45/P; 2024-04-19 SELL -100 X @45 $4415.00 | '' | 2: 1 225.00-225.00 SHORT, 1: 100 4190.00-3000.00 SHORT
             equity_option-13 | 2023-01-02 BUY 100 X $-3275.00; 2023-02-01 SELL -1 X/2023-07-21/35/C $175.00; 2023-07-21 EXPIRED 1 X/2023-07-21/35/C; 2023-08-01 SELL -1 X/2023-10-20/35/C $275.00; 2023-09-01 BUY 1 X/2023-10-20/35/C $-625.00; 2023-10-02 SELL -1 X/2024-01-19/40/C $375.00; 2024-01-19 ASSIGNED 1 X/2024-01-19/40/C; 2024-01-19 SELL -100 X @40 $3925.00 | '' | 2: -1 175.00-0.00 SHORT, 3: -1 275.00-625.00 SHORT, 4: -1 375.00-375.00 SHORT, 1: 100 4300.00-3275.00 LONG
             equity_option-15 | 2024-01-02 BUY 1 X/2024-10-18/70/P $-300.00; 2024-01-03 BUY 100 X $-6000.00; 2024-02-01 EXERCISED 1 X/2024-10-18/70/P; 2024-02-01 SELL -100 X @70 $7000.00 | '' | 1: 1 300.00-300.00 SHORT, 2: 100 6700.00-6000.00 SHORT
             option_rule-01   | 2024-01-02 BUY 100 X $-3000.00; 2024-01-02 BUY 1 X/2024-04-19/45/P $-200.00; 2024-04-19 EXERCISED 1 X/2024-04-19/45/P; 2024-04-19 SELL -100 X @45 $4500.00 | '' | 2: 1 200.00-200.00 SHORT, 1: 100 4300.00-3000.00 SHORT
             option_rule-03   | 2024-07-01 BUY 1 X/2024-10-20/50/C $-500.00; 2024-10-20 EXERCISED 1 X/2024-10-20/50/C; 2024-10-20 BUY 100 X @50 $-5000.00            | 100 X 5500.00     | 1: 1 500.00-500.00 SHORT
             option_rule-05   | 2022-01-03 SELL -1 X/2024-10-18/50/P $400.00; 2024-10-18 EXPIRED 1 X/2024-10-18/50/P                                                | ''                | 1: -1 400.00-0.00 SHORT
             option_rule-07   | 2022-01-03 SELL -2 X/2024-10-18/50/C $800.00; 2024-02-01 BUY 1 X/2024-10-18/50/C $-500.00; 2024-10-18 EXPIRED 1 X/2024-10-18/50/C   | ''                | 1: -1 400.00-500.00 SHORT, 1: -1 400.00-0.00 SHORT
            """)
    void options_come_out_as_in_the_books(String id, String lines, String open, String closed) {
        assertThat(LotCases.all()).extracting(Case::id).contains(id);

        Desk desk = Desk.empty().say(lines.replace("; ", "\n")).done().check();

        assertThat(String.join(", ", desk.open())).isEqualTo(open);
        assertThat(String.join(", ", desk.closed())).isEqualTo(closed);
    }
}
