package io.alluse.fork;

import static io.alluse.run.AccountOutcome.POSTED;
import static io.alluse.run.AccountOutcome.REVIEW;
import static io.alluse.run.AccountOutcome.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.account.AccountId;
import io.alluse.account.Brokerage;
import io.alluse.account.BrokerageReference;
import io.alluse.audit.Act;
import io.alluse.audit.Audit;
import io.alluse.calendar.BusinessDay;
import io.alluse.cli.CapitalizedDatabase;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.fork.ForkFigures.Known;
import io.alluse.fork.ForkFigures.Returns;
import io.alluse.lifecycle.BrokerageMapping;
import io.alluse.policy.PolicyBook;
import io.alluse.sweep.SweepDesk;
import io.alluse.sweep.SweepReport;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What comes after a fork, and before one that is scored: docs/rules.md 6.4, 6.6. */
class ForkLifeTest {

    private static final BusinessDay DAY = SweepDesk.DAY;
    private static final BusinessDay NEXT = BusinessDay.parse("2026-01-07");
    private static final BusinessDay THIRD = BusinessDay.parse("2026-01-08");

    /** Five business days after the reversal. */
    private static final BusinessDay LAST_REJECTED = BusinessDay.parse("2026-01-14");

    private static final BusinessDay AGAIN = BusinessDay.parse("2026-01-15");
    private static final String STATES = """
            select a.code, h.state, h.base, h.cash + h.buffer from account a join account_head h on h.account_id = a.id
            where a.code like 'A-000001-GEN%' order by a.code collate "C\"""";

    @Test
    void a_fork_is_done_when_its_last_account_is_mapped() {
        try (CapitalizedDatabase database = forked();
                SweepDesk desk = SweepDesk.on(database)) {
            map(desk, "A-000001-GEN-1-GEN", "G:2");
            assertThat(states(desk)).contains("A-000001-GEN FORKING 75000.00 75000.00");
            siblingsWaitForEachOther(desk);
            map(desk, "A-000001-GEN-1-COM", "C:2");
            assertThat(states(desk))
                    .containsExactly(
                            "A-000001-GEN ACTIVE 75000.00 75000.00",
                            "A-000001-GEN-1-COM ACTIVE 26000.00 26000.00",
                            "A-000001-GEN-1-GEN ACTIVE 26000.00 76000.00");
            assertThat(desk.rows("select state, ended_on from fork")).containsExactly("DONE 2026-01-07");
            SweepReport again = sweep(desk, THIRD, ForkFigures.NONE);
            assertThat(again.tally().of(POSTED)).isEqualTo(1);
            assertThat(desk.rows("select code from account where code like '%-GEN-1-GEN-1-%' order by 1"))
                    .containsExactly("A-000001-GEN-1-GEN-1-COM", "A-000001-GEN-1-GEN-1-GEN");
            assertThat(desk.isClean(Objects.requireNonNull(again.run().digest())))
                    .isTrue();
        }
    }

    private static void siblingsWaitForEachOther(SweepDesk desk) {
        ForkSweepTest.earn(desk, "A-000001-GEN-1-GEN", "50000");
        SweepReport blocked = sweep(desk, NEXT, ForkFigures.NONE);
        assertThat(blocked.tally().of(WAITING)).isEqualTo(1);
        assertThat(desk.rows("select reason from account_outcome"))
                .containsExactly("the fork that opened it is unfinished: A-000001-GEN-1-COM is SAFE");
    }

    @Test
    void a_fork_whose_mapping_fails_is_taken_back() {
        try (CapitalizedDatabase database = forked();
                SweepDesk desk = SweepDesk.on(database)) {
            map(desk, "A-000001-GEN-1-GEN", "G:2");
            reverse(desk, "A-000001-GEN-1");
            assertThat(states(desk))
                    .containsExactly(
                            "A-000001-GEN ACTIVE 75000.00 127000.00",
                            "A-000001-GEN-1-COM CLOSED 0.00 0.00",
                            "A-000001-GEN-1-GEN CLOSED 0.00 0.00");
            assertThat(desk.rows("select distinct state from announcement where dated > '2026-01-05'"))
                    .containsExactly("withdrawn");
            assertThat(desk.rows("select state from brokerage_account where reference is null"))
                    .containsExactly("released");
            assertThat(desk.rows("select f.state, y.state from fork f join fork_family y on y.parent_id = f.parent_id"))
                    .containsExactly("REVERSED reversed");
            assertThatThrownBy(() -> reverse(desk, "A-000001-GEN-1"))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("is REVERSED since 2026-01-07");
            assertThat(sweep(desk, LAST_REJECTED, ForkFigures.NONE).tally().of(WAITING))
                    .isEqualTo(1);
            assertThat(desk.rows("select reason from account_outcome where outcome = 'WAITING'"))
                    .containsExactly("its last fork was reversed on 2026-01-07: it forks again after 2026-01-14");
            SweepReport again = sweep(desk, AGAIN, ForkFigures.NONE);
            assertThat(desk.rows("select code from account where code like '%GEN-2%' order by 1"))
                    .containsExactly("A-000001-GEN-2-COM", "A-000001-GEN-2-GEN");
            assertThat(desk.isClean(Objects.requireNonNull(again.run().digest())))
                    .isTrue();
        }
    }

    @Test
    void what_has_changed_since_is_not_taken_back() {
        try (CapitalizedDatabase database = forked();
                SweepDesk desk = SweepDesk.on(database)) {
            ForkSweepTest.earn(desk, "A-000001-GEN-1-GEN", "1");
            assertThatThrownBy(() -> reverse(desk, "A-000001-GEN-1"))
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.exit()).isEqualTo(Exit.NOT_ALLOWED))
                    .hasMessage("fork A-000001-GEN-1 cannot be reversed: A-000001-GEN-1-GEN holds 26001.00 and not the"
                            + " 26000.00 it received; nothing was changed");
            desk.tamper("update announcement set state = 'settled', settled_by = 's/1', settled_on = '2026-01-07'"
                    + " where direction = 'in' and dated = '2026-01-06'");
            assertThatThrownBy(() -> reverse(desk, "A-000001-GEN-1"))
                    .hasMessageContaining("has received its money at the broker");
            assertThatThrownBy(() -> reverse(desk, "A-000001-GEN-9"))
                    .hasMessage("no fork A-000001-GEN-9; see `alluse fork list`");
        }
    }

    /** Good figures: carried out at once; fair ones: by the next sweep; none: by a person who did not ask. */
    @Test
    void a_score_decides_who_decides() {
        try (CapitalizedDatabase database = CapitalizedDatabase.of("""
                        name,capital,policy,gen_reference,rev_reference,com_reference
                        One,200000,constitution,G:1,R:1,C:1
                        Two,200000,constitution,G:2,R:2,C:2
                        Three,200000,constitution,G:3,R:3,C:3
                        """);
                SweepDesk desk = SweepDesk.on(database)) {
            for (String code : List.of("A-000001-GEN", "A-000002-GEN", "A-000003-GEN")) {
                ForkSweepTest.earn(desk, code, "30000");
            }
            ForkFigures figures = (accounts, date) -> accounts.stream()
                    .map(view -> view.head().chain().account())
                    .filter(account -> account.number() < 3)
                    .collect(Collectors.toMap(Function.identity(), ForkLifeTest::figures));
            SweepReport first = sweep(desk, DAY, figures);
            assertThat(first.tally().of(POSTED)).isEqualTo(1);
            assertThat(first.tally().of(WAITING)).isEqualTo(1);
            assertThat(first.tally().of(REVIEW)).isEqualTo(1);
            assertThat(decisions(desk))
                    .containsExactly(
                            "A-000001-GEN EXECUTE 1.0000 DONE",
                            "A-000002-GEN APPROVE 0.7000 APPROVED",
                            "A-000003-GEN REVIEW 0.6500 OPEN");
            assertThat(desk.rows("select base, cash + buffer from account a join account_head h on h.account_id = a.id"
                            + " where code like 'A-000001-GEN%' order by code"))
                    .containsExactly("10000.00 10000.00", "100000.00 100000.00");
            aPersonWhoDidNotAskDecides(desk);
            SweepReport second = sweep(desk, NEXT, figures);
            assertThat(second.tally().of(POSTED)).isEqualTo(2);
            assertThat(decisions(desk)).allMatch(line -> line.endsWith("DONE"));
            assertThat(desk.number("select count(*) from fork where decision_id is not null"))
                    .isEqualTo(3);
        }
    }

    private static Known figures(AccountId account) {
        String volatility = account.number() == 1 ? "10" : "45";
        return new Known(
                Optional.of(new BigDecimal(volatility)),
                Optional.of(new Returns(new BigDecimal("20"), 12, 12, BigDecimal.ZERO)));
    }

    private static void aPersonWhoDidNotAskDecides(SweepDesk desk) {
        Decisions decisions = new Decisions(desk.session());
        long open = decisions.list(false, null, 10).getFirst().id();
        assertThatThrownBy(() -> decisions.approve(open, "good", DAY, desk.audit("batch")))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.exit()).isEqualTo(Exit.NOT_ALLOWED))
                .hasMessageContaining("another user has to decide it");
        assertThatThrownBy(() -> decisions.approve(open, "good", BusinessDay.parse("2026-01-14"), desk.audit("ann")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("expired on 2026-01-13");
        ScoredDecision approved = decisions.approve(open, "checked by hand", DAY, desk.audit("ann"));
        assertThat(approved.state()).isEqualTo(Standing.State.APPROVED);
        assertThat(Objects.requireNonNull(approved.word()).by().osUser()).isEqualTo("ann");
        assertThatThrownBy(() -> decisions.reject(open, "no", DAY, desk.audit("ann")))
                .hasMessageContaining("is APPROVED by ann");
    }

    @Test
    void what_a_person_rejected_is_not_asked_again_until_it_expires() {
        try (CapitalizedDatabase database = CapitalizedDatabase.of("""
                        name,capital,policy,gen_reference,rev_reference,com_reference
                        One,200000,constitution,G:1,R:1,C:1
                        """);
                SweepDesk desk = SweepDesk.on(database)) {
            ForkSweepTest.earn(desk, "A-000001-GEN", "30000");
            sweep(desk, DAY, ForkFigures.NONE);
            Decisions decisions = new Decisions(desk.session());
            decisions.reject(
                    decisions.list(false, null, 10).getFirst().id(), "markets are too wild", NEXT, desk.audit("ann"));
            assertThat(sweep(desk, NEXT, ForkFigures.NONE).tally().of(REVIEW)).isZero();
            assertThat(sweep(desk, BusinessDay.parse("2026-01-15"), ForkFigures.NONE)
                            .tally()
                            .of(REVIEW))
                    .isEqualTo(1);
        }
    }

    /** docs/rules.md 6.4: at most five at a time under this policy; who came first goes first, then the lower code. */
    @Test
    void at_most_so_many_forks_await_their_mappings() {
        StringBuilder plan = new StringBuilder("name,capital,policy,gen_reference,rev_reference,com_reference\n");
        for (int i = 1; i <= 8; i++) {
            plan.append("M%d,200000,constitution,G:%d,R:%d,C:%d%n".formatted(i, i, i, i));
        }
        ForkFigures good = (accounts, date) -> accounts.stream()
                .map(view -> view.head().chain().account())
                .collect(Collectors.toMap(Function.identity(), id -> {
                    return new Known(
                            Optional.of(BigDecimal.TEN),
                            Optional.of(new Returns(new BigDecimal("20"), 12, 12, BigDecimal.ZERO)));
                }));
        try (CapitalizedDatabase database = CapitalizedDatabase.of(plan.toString());
                SweepDesk desk = SweepDesk.on(database)) {
            for (int i = 2; i <= 8; i++) {
                ForkSweepTest.earn(desk, "A-00000" + i + "-GEN", "30000");
            }
            SweepReport first = sweep(desk, DAY, good);
            assertThat(first.tally().of(POSTED)).isEqualTo(5);
            assertThat(first.tally().of(WAITING)).isEqualTo(2);
            assertThat(
                            desk.rows(
                                    "select a.code, q.since from sweep_queue q join account a on a.id = q.account_id order by 1"))
                    .containsExactly("A-000007-GEN 2026-01-06", "A-000008-GEN 2026-01-06");
            assertThat(desk.rows("select distinct reason from account_outcome"))
                    .containsExactly("5 are under way, at most 5 may be; it waits since 2026-01-06");
            ForkSweepTest.earn(desk, "A-000001-GEN", "30000");
            map(desk, "A-000002-GEN-1-REV", "X:2");
            SweepReport second = sweep(desk, NEXT, good);
            assertThat(second.tally().of(POSTED)).isEqualTo(1);
            assertThat(desk.rows("select a.code from fork f join account a on a.id = f.parent_id"
                            + " where f.business_date = '2026-01-07'"))
                    .containsExactly("A-000007-GEN");
        }
    }

    private static List<String> decisions(SweepDesk desk) {
        return desk.rows(
                "select a.code, d.verdict, d.score, d.state from decision d join account a on a.id = d.account_id"
                        + " order by 1");
    }

    private static CapitalizedDatabase forked() {
        CapitalizedDatabase database = CapitalizedDatabase.of("""
                name,capital,gen_reference,rev_reference,com_reference
                One,375000,G:1,R:1,C:1
                """);
        try (SweepDesk desk = SweepDesk.on(database)) {
            ForkSweepTest.earn(desk, "A-000001-GEN", "52000");
            ForkSweepTest.sweep(desk, DAY);
            return database;
        }
    }

    private static List<String> states(SweepDesk desk) {
        return desk.rows(STATES);
    }

    private static SweepReport sweep(SweepDesk desk, BusinessDay date, ForkFigures figures) {
        SweepReport report =
                desk.run(new ForkJob(desk.session(), desk.audit("batch"), figures), SweepDesk.order(date, false));
        assertThat(report.run().failure()).isNull();
        return report;
    }

    private static void map(SweepDesk desk, String code, String reference) {
        new BrokerageMapping(desk.session(), PolicyBook.shipped(), desk.audit("ann"))
                .map(
                        code,
                        new BrokerageReference(reference),
                        Brokerage.CONFIRMED,
                        new Act("ann", "confirmed by the broker", NEXT),
                        false);
    }

    private static void reverse(SweepDesk desk, String fork) {
        Audit audit = desk.audit("ann");
        new ForkReversal(desk.session(), PolicyBook.shipped(), audit).reverse(fork, "the broker declines it", NEXT);
    }
}
