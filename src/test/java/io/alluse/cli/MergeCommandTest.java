package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.merge.MergeDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A family at its threshold, as an operator meets it. */
class MergeCommandTest {

    private MergeDesk desk;
    private Typed typed;

    @BeforeEach
    void create() {
        desk = MergeDesk.of("""
                name,capital,gen_reference,rev_reference,com_reference
                One,375000,G:1,R:1,C:1
                """);
        desk.earn("A-000001-GEN", "52000");
        desk.fork();
        desk.map("A-000001-GEN-1-GEN", "G:2");
        desk.map("A-000001-GEN-1-COM", "C:2");
        desk.grow("A-000001-GEN-1-COM", "448000");
        typed = Typed.on(desk.database());
    }

    @AfterEach
    void drop() {
        desk.close();
    }

    @Test
    void a_merge_is_rehearsed_run_shown_taken_back_and_not_done_again() {
        assertThat(typed.run("job run merge-sweep --dry-run --out - --date 2026-01-07"))
                .isZero();
        assertThat(typed.out()).contains("A-000001-GEN-1-GEN,GEN,ACTIVE,standard,POSTED,,,2,CASH,TRANSFERS,26000.00");
        assertThat(typed.run("merge list")).isZero();
        assertThat(typed.err()).contains("there is no such merge");
        assertThat(typed.run("job run merge-sweep --date 2026-01-07")).isZero();
        assertThat(typed.run("merge list --state merged")).isZero();
        assertThat(typed.out())
                .contains("A-000001-COM-M1")
                .contains("A-000001-GEN-1")
                .contains("500,000.00")
                .contains("0 of 2");
        assertThat(typed.run("merge show A-000001-COM-M1")).isZero();
        assertThat(typed.out()).contains("why       worth at least 500,000.00").contains("confirmed, to be released");
        assertThat(typed.run("merge list --json --account A-000001")).isZero();
        assertThat(typed.out()).contains("\"merge\":\"A-000001-COM-M1\"").contains("\"gave\":\"474000.00\"");
        itIsTakenBack();
    }

    private void itIsTakenBack() {
        assertThat(typed.run("merge reverse A-000001-COM-M9 --reason wrong --date 2026-01-07"))
                .isEqualTo(5);
        assertThat(typed.run("merge reverse A-000001-COM-M1 --reason wrong --date 2026-01-07"))
                .isZero();
        assertThat(typed.out())
                .contains("merge A-000001-COM-M1 is reversed on 2026-01-07: 500,000.00 has gone back to"
                        + " A-000001-GEN-1-GEN, A-000001-GEN-1-COM");
        assertThat(typed.run("merge reverse A-000001-COM-M1 --reason wrong --date 2026-01-07"))
                .isEqualTo(6);
        assertThat(typed.run("merge list --state sideways")).isEqualTo(2);
    }
}
