package io.alluse.funding;

import static io.alluse.run.AccountOutcome.NOTHING;
import static io.alluse.run.AccountOutcome.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountId;
import io.alluse.calendar.BusinessDay;
import io.alluse.cli.CapitalizedDatabase;
import io.alluse.ledger.LedgerAccount;
import io.alluse.run.Outcome;
import io.alluse.sweep.Sweep;
import io.alluse.sweep.SweepDesk;
import io.alluse.sweep.SweepReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** docs/rules.md 4.3 and 4.7: a main account is told of once, wherever pages end and however often a run is carried out. */
class FundingSweepTest {

    private static final int MAINS = 40;
    private static final BusinessDay NEXT_DAY = BusinessDay.parse("2026-01-07");
    private static final LocalDate EARNED = LocalDate.of(2026, 1, 6);

    @Test
    void pages_that_divide_families_tell_the_same_as_one_page() {
        List<String> whole = told(SweepDesk.order(SweepDesk.DAY, false));
        assertThat(whole).hasSize(MAINS * 3);
        assertThat(told(SweepDesk.inParts(SweepDesk.DAY, false, 2))).isEqualTo(whole);
        assertThat(told(SweepDesk.inChunks(1))).isEqualTo(whole);
    }

    private static List<String> told(Sweep.Order order) {
        try (CapitalizedDatabase database = CapitalizedDatabase.of(confirmed());
                SweepDesk desk = SweepDesk.on(database)) {
            desk.earn(generators(), "40000", EARNED);
            SweepReport report = desk.run(new FundingJob(desk.session()), order);
            assertThat(report.run().outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(report.tally().of(NOTHING)).isEqualTo(MAINS * 3);
            return desk.rows("select what from (select subject_id as id, text as what from alluse.alert"
                    + " union all select from_id, to_id || ' ' || amount || ' ' || state from alluse.transfer) t"
                    + " order by id, what");
        }
    }

    @Test
    void what_a_relaunch_takes_again_is_told_with_its_family() {
        try (CapitalizedDatabase database = CapitalizedDatabase.of(confirmed());
                SweepDesk desk = SweepDesk.on(database)) {
            desk.earn(generators(), "40000", EARNED);
            long rev = AccountId.ofMain(7).member(2).value();
            desk.tamper(
                    "update alluse.account_head set cash = cash - 0.000000001, buffer = buffer + 0.000000001 where account_id = "
                            + rev);
            SweepReport first = desk.run(new FundingJob(desk.session()), SweepDesk.order(SweepDesk.DAY, false));
            assertThat(first.run().outcome()).isEqualTo(Outcome.COMPLETED_WITH_SET_ASIDES);
            assertThat(drifts(desk))
                    .as("a family that cannot be read is not judged")
                    .isEqualTo(MAINS - 1);
            desk.tamper(
                    "update alluse.account_head set cash = cash + 0.000000001, buffer = buffer - 0.000000001 where account_id = "
                            + rev);
            assertThat(desk.run(new FundingJob(desk.session()), SweepDesk.order(SweepDesk.DAY, true))
                            .run()
                            .outcome())
                    .isEqualTo(Outcome.COMPLETED);
            desk.run(new FundingJob(desk.session()), SweepDesk.order(NEXT_DAY, false));
            assertThat(drifts(desk)).isEqualTo(MAINS);
        }
    }

    @Test
    void an_account_with_nothing_left_waits() {
        try (CapitalizedDatabase database = CapitalizedDatabase.of(confirmed());
                SweepDesk desk = SweepDesk.on(database)) {
            desk.earn(List.of(AccountId.ofMain(1).member(1)), "-100000.01", EARNED);
            SweepReport cover = desk.run(new FundingJob(desk.session()), SweepDesk.order(SweepDesk.DAY, false));
            assertThat(cover.tally().moved().of(LedgerAccount.BUFFER)).hasToString("-5000.00");
            assertThat(desk.rows("select kind, raised_on from alluse.alert where kind = 'margin-debit'"))
                    .containsExactly("margin-debit 2026-01-06");
            SweepReport waits = desk.run(new FundingJob(desk.session()), SweepDesk.order(NEXT_DAY, false));
            assertThat(waits.tally().of(WAITING)).isEqualTo(1);
            assertThat(desk.isClean(Objects.requireNonNull(cover.run().digest())))
                    .isTrue();
        }
    }

    private static long drifts(SweepDesk desk) {
        return desk.number("select count(*) from alluse.alert where kind = 'drift'");
    }

    private static List<AccountId> generators() {
        List<AccountId> generators = new ArrayList<>();
        for (int number = 1; number <= MAINS; number++) {
            generators.add(AccountId.ofMain(number).member(1));
        }
        return generators;
    }

    private static String confirmed() {
        StringBuilder plan = new StringBuilder("name,capital,gen_reference,rev_reference,com_reference\n");
        for (int i = 1; i <= MAINS; i++) {
            plan.append("M%1$d,500000,GEN:%1$d,REV:%1$d,COM:%1$d%n".formatted(i));
        }
        return plan.toString();
    }
}
