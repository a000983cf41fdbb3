package io.alluse.sweep;

import static io.alluse.run.AccountOutcome.NOTHING;
import static io.alluse.run.AccountOutcome.NOT_ELIGIBLE;
import static io.alluse.run.AccountOutcome.POSTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.cli.CapitalizedDatabase;
import io.alluse.fault.Fault;
import io.alluse.ledger.LedgerAccount;
import io.alluse.run.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The nightly job on real accounts: docs/rules.md 5.1 to 5.3. */
class TaxAndBufferSweepTest {

    private static final LocalDate EARNED = LocalDate.of(2026, 1, 6);

    @Test
    void every_account_is_settled_once_and_the_ledger_says_why() {
        try (CapitalizedDatabase database = CapitalizedDatabase.of(confirmed(4));
                SweepDesk desk = SweepDesk.on(database)) {
            desk.earn("2000", EARNED);

            SweepReport report = desk.taxAndBuffer();

            assertThat(report.run().outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(report.run().population()).isEqualTo(12);
            assertThat(report.tally().of(POSTED)).isEqualTo(12);
            assertThat(report.tally().moved().natural(LedgerAccount.TAX_PAYABLE))
                    .hasToString("7200.00");
            assertThat(report.tally().moved().of(LedgerAccount.BUFFER)).hasToString("840.00");
            assertThat(desk.isClean(Objects.requireNonNull(report.run().digest())))
                    .isTrue();
            assertThatThrownBy(desk::taxAndBuffer)
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("tax-and-buffer of 2026-01-06 is already done");
        }
    }

    @Test
    void what_is_settled_is_left_alone_and_what_is_not_eligible_is_counted_by_its_state() {
        try (CapitalizedDatabase database = CapitalizedDatabase.ofMains(2);
                SweepDesk desk = SweepDesk.on(database)) {
            SweepReport report = desk.taxAndBuffer();

            assertThat(report.tally().of(NOT_ELIGIBLE)).isEqualTo(6);
            assertThat(report.tally().reasons()).containsExactly(java.util.Map.entry("not eligible: SAFE", 6L));
        }
        try (CapitalizedDatabase database = CapitalizedDatabase.of(confirmed(2));
                SweepDesk desk = SweepDesk.on(database)) {
            SweepReport report = desk.taxAndBuffer();

            assertThat(report.tally().of(NOTHING)).isEqualTo(6);
            assertThat(report.run().digest()).isNull();
        }
    }

    @Test
    void in_parts_and_in_one_the_ledger_is_the_same_to_the_last_byte() {
        assertThat(chains(false)).isEqualTo(chains(true));
    }

    private static List<String> chains(boolean inParts) {
        try (CapitalizedDatabase database = CapitalizedDatabase.of(confirmed(40));
                SweepDesk desk = SweepDesk.on(database)) {
            desk.earn("2000", EARNED);
            SweepReport report = desk.run(
                    desk.taxJob(),
                    inParts ? SweepDesk.inParts(SweepDesk.DAY, false, 5) : SweepDesk.order(SweepDesk.DAY, false));
            assertThat(report.run().outcome()).isEqualTo(Outcome.COMPLETED);
            return desk.chains();
        }
    }

    static String confirmed(int mains) {
        StringBuilder plan = new StringBuilder("name,capital,gen_reference,rev_reference,com_reference\n");
        for (int i = 1; i <= mains; i++) {
            plan.append("M%d,500000,GEN:%d,REV:%d,COM:%d%n".formatted(i, i, i, i));
        }
        return plan.toString();
    }
}
