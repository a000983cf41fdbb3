package io.alluse.merge;

import static io.alluse.run.AccountOutcome.NOTHING;
import static io.alluse.run.AccountOutcome.POSTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.run.Outcome;
import io.alluse.sweep.SweepReport;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Merges of real families, as stories: docs/rules.md 7. */
class MergeSweepTest {

    private static final String PLAN = """
            name,capital,gen_reference,rev_reference,com_reference
            One,375000,G:1,R:1,C:1
            """;
    private static final String HEADS = """
            select a.code, h.state, h.base, h.cash, h.securities, -h.short_options as shorts, h.bound from account a
            join account_head h on h.account_id = a.id where a.code not like '%REV%' order by a.code collate "C\"""";
    private static final String PUT = "TSLA 2026-03-20 400 P";

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
                            "A-000001-COM ACTIVE 687500.00 673526.00 5500.00 900.50 40000.00",
                            "A-000001-GEN ACTIVE 75000.00 71250.00 0.00 0.00 0.00",
                            "A-000001-GEN-1-COM MERGING 0.00 0.00 0.00 0.00 0.00",
                            "A-000001-GEN-1-GEN MERGING 0.00 0.00 0.00 0.00 0.00");
            assertThat(desk.isClean(merged)).isTrue();
        }
    }
}
