package io.alluse.merge;

import static io.alluse.run.AccountOutcome.NOTHING;
import static io.alluse.run.AccountOutcome.POSTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.LedgerAccount;
import io.alluse.lineage.Merge;
import io.alluse.lineage.MergeState;
import io.alluse.policy.PolicyBook;
import io.alluse.run.Outcome;
import io.alluse.statement.LineCounts;
import io.alluse.sweep.Explaining;
import io.alluse.sweep.SweepReport;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Merges of real families, as stories: docs/rules.md 7. */
class MergeSweepTest {

    private static final String PLAN = """
            name,capital,gen_reference,rev_reference,com_reference
            One,375000,G:1,R:1,C:1
            """;
    private static final String HEADS = """
            select a.code, h.state, h.base, h.cash, h.securities, -h.short_options as shorts, round(h.bound, 2) from account a
            join account_head h on h.account_id = a.id where a.code not like '%REV%' order by a.code collate "C\"""";
    private static final String PUT = "TSLA 2026-01-07 400 P";

    /** A family of two with 26,000 each, mapped, with positions in both. */
    private static MergeDesk family() {
        MergeDesk desk = MergeDesk.of(PLAN);
        desk.earn("A-000001-GEN", "52000");
        desk.fork();
        desk.map("A-000001-GEN-1-GEN", "G:2");
        desk.map("A-000001-GEN-1-COM", "C:2");
        desk.open("A-000001-GEN-1-GEN", "TSLA", "10", "4000", LocalDate.parse("2025-06-02"));
        desk.open("A-000001-GEN-1-GEN", PUT, "-1", "-900.50", LocalDate.parse("2026-01-05"));
        desk.open("A-000001-GEN-1-COM", "TSLA", "5", "1500", LocalDate.parse("2025-01-02"));
        return desk;
    }

    @Test
    void a_family_at_the_threshold_moves_into_the_com_and_is_closed_the_next_day() {
        try (MergeDesk desk = family()) {
            desk.grow("A-000001-GEN-1-GEN", "447999.99");
            assertThat(desk.sweep(MergeDesk.FORKED).tally().of(NOTHING)).isEqualTo(5);
            desk.grow("A-000001-GEN-1-COM", "0.01");
            SweepReport merged = desk.sweep(MergeDesk.DAY);
            assertThat(merged.run().outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(merged.tally().of(POSTED)).isEqualTo(1);
            assertThat(desk.rows(HEADS))
                    .containsExactly(
                            "A-000001-COM ACTIVE 687500.00 673525.50 5500.00 900.50 40000.00",
                            "A-000001-GEN ACTIVE 75000.00 71250.00 0.00 0.00 0.00",
                            "A-000001-GEN-1-COM MERGING 0.00 0.00 0.00 0.00 0.00",
                            "A-000001-GEN-1-GEN MERGING 0.00 0.00 0.00 0.00 0.00");
            assertThat(desk.isClean(merged)).isTrue();
            lotsHaveKeptTheirDates(desk);
            bothBrokersAreTold(desk);
            assertThat(desk.rows("select code, detail->'why' from event e join account a on a.id = e.account_id"
                            + " where kind = 'MERGED' order by 1"))
                    .containsExactly(
                            "A-000001-COM \"worth at least 500,000.00\"",
                            "A-000001-GEN-1-COM \"worth at least 500,000.00\"",
                            "A-000001-GEN-1-GEN \"worth at least 500,000.00\"");
            itCanBeExplained(desk, merged);
            theNextSweepClosesThem(desk);
        }
    }

    private static void lotsHaveKeptTheirDates(MergeDesk desk) {
        assertThat(desk.rows("""
                        select a.code, l.no, l.instrument, l.opened, l.acquired, l.open_quantity, l.open_cost, o.purchased
                        from lot l join account a on a.id = l.account_id
                        left join lot_origin o on o.account_id = l.account_id and o.no = l.no
                        where l.open_quantity <> 0 order by 1, 2"""))
                .containsExactly(
                        "A-000001-COM 1 TSLA 2026-01-07 2025-06-02 10 4000.00 2025-06-02",
                        "A-000001-COM 2 " + PUT + " 2026-01-07 2026-01-05 -1 -900.50 2026-01-05",
                        "A-000001-COM 3 TSLA 2026-01-07 2025-01-02 5 1500.00 2025-01-02");
        assertThat(desk.rows("select how, term, quantity, proceeds - cost from lot_closing order by quantity"))
                .containsExactly("TRANSFER SHORT -1 0.00", "TRANSFER LONG 5 0.00", "TRANSFER SHORT 10 0.00");
    }

    private static void bothBrokersAreTold(MergeDesk desk) {
        assertThat(desk.rows("""
                        select a.code, n.direction, coalesce(n.amount::text, n.quantity || ' ' || n.instrument)
                        from announcement n join account a on a.id = n.account_id
                        where n.dated = '2026-01-07' order by a.code collate "C", 3"""))
                .containsExactly(
                        "A-000001-COM out 1 " + PUT,
                        "A-000001-COM in 10 TSLA",
                        "A-000001-COM in 24500.01",
                        "A-000001-COM in 470900.49",
                        "A-000001-COM in 5 TSLA",
                        "A-000001-GEN-1-COM out 24500.01",
                        "A-000001-GEN-1-COM out 5 TSLA",
                        "A-000001-GEN-1-GEN in 1 " + PUT,
                        "A-000001-GEN-1-GEN out 10 TSLA",
                        "A-000001-GEN-1-GEN out 470900.49");
    }

    private static void itCanBeExplained(MergeDesk desk, SweepReport merged) {
        Explaining<MergeFacts> explaining =
                new Explaining<>(desk.job(), desk.desk().session(), desk.desk().runs(), PolicyBook.shipped());
        assertThat(explaining.explain(merged.run(), "A-000001-GEN-1-GEN").agrees())
                .isTrue();
        assertThat(explaining
                        .explain(merged.run(), "A-000001-GEN-1-GEN")
                        .again()
                        .lines())
                .contains("together 500,000.00, threshold 500,000.00", "it moves into A-000001-COM");
        assertThat(explaining
                        .explain(merged.run(), "A-000001-GEN-1-COM")
                        .again()
                        .lines())
                .contains("decided at A-000001-GEN-1-GEN");
    }

    private static void theNextSweepClosesThem(MergeDesk desk) {
        SweepReport next = desk.sweep(MergeDesk.NEXT);
        assertThat(next.tally().of(POSTED)).isEqualTo(2);
        assertThat(desk.rows("select code, detail from event e join account a on a.id = e.account_id"
                        + " where e.state = 'CLOSED' order by 1"))
                .containsExactly(
                        "A-000001-GEN-1-COM {\"from\":\"MERGING\",\"merge\":\"A-000001-COM-M1\",\"mergedInto\":\"A-000001-COM\",\"to\":\"CLOSED\"}",
                        "A-000001-GEN-1-GEN {\"from\":\"MERGING\",\"merge\":\"A-000001-COM-M1\",\"mergedInto\":\"A-000001-COM\",\"to\":\"CLOSED\"}");
        assertThat(desk.rows("select state, ended_on, received from merge"))
                .containsExactly("CLOSED 2026-01-08 500000.00");
        assertThat(desk.isClean(next)).isTrue();
        SweepReport again = desk.sweep(BusinessDay.parse("2026-01-09"));
        assertThat(again.tally().of(POSTED)).isZero();
        assertThatThrownBy(() -> desk.reverse("A-000001-COM-M1", BusinessDay.parse("2026-01-09")))
                .hasMessageContaining("is CLOSED since 2026-01-08");
    }

    @Test
    void a_merge_is_taken_back_until_the_next_close_and_its_family_stays_apart() {
        try (MergeDesk desk = family()) {
            desk.grow("A-000001-GEN-1-GEN", "600000");
            desk.desk()
                    .move(
                            desk.id("A-000001-GEN-1-GEN"),
                            LedgerAccount.CASH,
                            LedgerAccount.ALLOCATED_SHARES,
                            "700",
                            MergeDesk.FORKED.date());
            List<String> before = desk.rows(HEADS);
            desk.sweep(MergeDesk.DAY);
            desk.desk()
                    .tamper("update announcement set state = 'settled', settled_by = 's/1', settled_on = '2026-01-07'"
                            + " where dated = '2026-01-07' and quantity = 5");
            Merge back = desk.reverse("A-000001-COM-M1", MergeDesk.DAY);
            assertThat(back.state()).isEqualTo(MergeState.REVERSED);
            assertThat(desk.rows(HEADS)).isEqualTo(before);
            assertThat(desk.rows("select a.code, l.instrument, l.acquired, l.open_quantity, o.purchased from lot l"
                            + " join account a on a.id = l.account_id"
                            + " join lot_origin o on o.account_id = l.account_id and o.no = l.no"
                            + " where l.open_quantity <> 0 order by 1, 3"))
                    .containsExactly(
                            "A-000001-GEN-1-COM TSLA 2025-01-02 5 2025-01-02",
                            "A-000001-GEN-1-GEN TSLA 2025-06-02 10 2025-06-02",
                            "A-000001-GEN-1-GEN " + PUT + " 2026-01-05 -1 2026-01-05");
            assertThat(
                            desk.rows(
                                    "select direction, quantity from announcement where state = 'open' and dated = '2026-01-07'"))
                    .containsExactlyInAnyOrder("out 5", "in 5");
            SweepReport next = desk.sweep(MergeDesk.NEXT);
            assertThat(next.tally().of(POSTED)).isZero();
            assertThat(desk.isClean()).isTrue();
            assertThat(desk.rows("select state from fork_family")).containsExactly("apart");
        }
    }

    @Test
    void what_the_target_has_spent_is_not_taken_back() {
        try (MergeDesk desk = family()) {
            desk.grow("A-000001-GEN-1-GEN", "600000");
            desk.sweep(MergeDesk.DAY);
            desk.desk()
                    .move(
                            desk.id("A-000001-COM"),
                            LedgerAccount.CASH,
                            LedgerAccount.ALLOCATED_SHARES,
                            "300000",
                            MergeDesk.DAY.date());
            assertThatThrownBy(() -> desk.reverse("A-000001-COM-M1", MergeDesk.DAY))
                    .hasMessageContaining("cannot be taken back: A-000001-COM has CASH")
                    .hasMessageContaining("it received; nothing was changed");
        }
    }

    @Test
    void what_still_arrives_for_a_merged_account_is_received_for_it() {
        try (MergeDesk desk = family()) {
            desk.grow("A-000001-GEN-1-GEN", "600000");
            desk.sweep(MergeDesk.DAY);
            assertThat(desk.statement(
                            "A-000001-GEN-1-GEN",
                            MergeDesk.DAY,
                            "1/7/2026 | TSLA | Tesla | CDIV | | | $12.00",
                            "1/7/2026 | TSLA | Option Expiration for TSLA 1/7/2026 Put $400.00 | OEXP | 1 | | "))
                    .isEqualTo(new LineCounts(2, 0, 1, 0));
            assertThat(desk.rows("""
                            select a.code, e.ref not like '%A-000001-GEN-1-GEN' as own, e.detail->>'receivedFor' from event e
                            join account a on a.id = e.account_id where e.rule = 'statement-import'""")).containsExactly("A-000001-COM f A-000001-GEN-1-GEN");
            assertThat(desk.rows("select dividends, premium, short_options, bound from account_head h"
                            + " join account a on a.id = h.account_id where a.code = 'A-000001-COM'"))
                    .containsExactly("-12.00 -900.50 0.00 0.00");
            assertThat(desk.rows("""
                            select a.code, n.direction, n.state, coalesce(n.amount::text, n.instrument) from announcement n
                            join account a on a.id = n.account_id
                            where n.amount = 12 or n.instrument like '%400%' order by a.code collate "C", 2, 3"""))
                    .containsExactly(
                            "A-000001-COM in open 12.00",
                            "A-000001-COM in withdrawn " + PUT,
                            "A-000001-COM out withdrawn " + PUT,
                            "A-000001-GEN-1-GEN in withdrawn " + PUT,
                            "A-000001-GEN-1-GEN out open 12.00");
            desk.sweep(MergeDesk.NEXT);
            assertThat(desk.statement("A-000001-GEN-1-GEN", MergeDesk.NEXT, "1/8/2026 | | Interest | INT | | | $3.00"))
                    .isEqualTo(new LineCounts(1, 0, 1, 0));
            assertThat(desk.rows("select h.interest from account_head h join account a on a.id = h.account_id"
                            + " where a.code = 'A-000001-COM'"))
                    .containsExactly("-3.00");
        }
    }
}
