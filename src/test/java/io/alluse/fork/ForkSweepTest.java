package io.alluse.fork;

import static io.alluse.run.AccountOutcome.NOTHING;
import static io.alluse.run.AccountOutcome.NOT_ELIGIBLE;
import static io.alluse.run.AccountOutcome.POSTED;
import static io.alluse.run.AccountOutcome.REVIEW;
import static io.alluse.run.AccountOutcome.SET_ASIDE;
import static io.alluse.run.AccountOutcome.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.account.AccountId;
import io.alluse.account.Accounts;
import io.alluse.calendar.BusinessDay;
import io.alluse.cli.CapitalizedDatabase;
import io.alluse.fault.Fault;
import io.alluse.intent.IntentKind;
import io.alluse.intent.Intents;
import io.alluse.intent.OrderIntent;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import io.alluse.policy.PolicyBook;
import io.alluse.run.Outcome;
import io.alluse.run.StopSignal;
import io.alluse.sweep.Explaining;
import io.alluse.sweep.HookedJob;
import io.alluse.sweep.Sweep;
import io.alluse.sweep.SweepDesk;
import io.alluse.sweep.SweepReport;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Forks of real accounts, as stories: docs/rules.md 6. */
class ForkSweepTest {

    private static final BusinessDay DAY = SweepDesk.DAY;
    private static final BusinessDay NEXT = BusinessDay.parse("2026-01-07");
    private static final String STANDARD = """
            name,capital,gen_reference,rev_reference,com_reference
            One,375000,G:1,R:1,C:1
            """;
    private static final OrderIntent ORDER = new OrderIntent(
            1,
            IntentKind.SHARES,
            "TSLA",
            BigDecimal.TEN,
            Money.of("4000"),
            new BigDecimal("400"),
            DAY.date(),
            null,
            NEXT.date(),
            NEXT.date(),
            null,
            null);
    private static final String HEADS = """
            select a.code, h.state, h.base, h.cash, h.buffer, h.transfers from account a
            join account_head h on h.account_id = a.id order by a.code collate "C\"""";

    @Test
    void a_surplus_opens_two_accounts_and_a_main_account() {
        try (CapitalizedDatabase database = CapitalizedDatabase.of(STANDARD);
                SweepDesk desk = SweepDesk.on(database)) {
            earn(desk, "A-000001-GEN", "52000");
            earn(desk, "A-000001-REV", "500000");
            SweepReport report = sweep(desk, DAY);
            assertThat(report.run().outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(report.tally().of(POSTED)).isEqualTo(2);
            assertThat(report.tally().of(NOTHING)).isEqualTo(1);
            assertThat(desk.rows(HEADS))
                    .containsExactly(
                            "A-000001-COM ACTIVE 187500.00 178125.00 9375.00 0.00",
                            "A-000001-GEN FORKING 75000.00 71250.00 3750.00 52000.00",
                            "A-000001-GEN-1-COM SAFE 26000.00 24700.00 1300.00 -26000.00",
                            "A-000001-GEN-1-GEN SAFE 26000.00 24700.00 1300.00 -26000.00",
                            "A-000001-REV FORKING 112500.00 106875.00 5625.00 500000.00",
                            "A-000001-REV-1-COM SAFE 250000.00 237500.00 12500.00 -250000.00",
                            "A-000001-REV-1-GEN SAFE 100000.00 95000.00 5000.00 -100000.00",
                            "A-000001-REV-1-REV SAFE 150000.00 142500.00 7500.00 -150000.00");
            assertThat(desk.rows("select direction, amount, state from announcement where event_no > 1 order by 2"))
                    .containsExactly(
                            "out 26000.00 open",
                            "out 26000.00 open",
                            "out 100000.00 open",
                            "out 150000.00 open",
                            "out 250000.00 open");
            assertThat(desk.rows(
                            "select code, name, policy, capital, parent_id is not null from main_account order by 1"))
                    .containsExactly(
                            "A-000001 One standard 375000.00 f", "A-000001-REV-1 A-000001-REV-1 standard 500000.00 t");
            assertThat(desk.rows("select id >> 48 = (select min(id >> 48) from account) from account group by 1"))
                    .containsExactly("t");
            assertThat(desk.rows("select count(*), sum(received) from fork_family"))
                    .containsExactly("1 52000.00");
            assertThat(desk.rows("select state, count(*) from fork group by 1")).containsExactly("AWAITING 2");
            assertThat(desk.rows("select count(*) from brokerage_account where state = 'requested'"))
                    .containsExactly("5");
            assertThat(desk.rows("select subject, action from audit_entry where action = 'forked' order by 1"))
                    .containsExactly("A-000001-GEN forked", "A-000001-REV forked");
            assertThat(desk.rows("select detail->'validation'->>'surplusAfter' from event where kind = 'FORKED'"))
                    .containsExactly("0", "0");
            assertThat(desk.isClean(Objects.requireNonNull(report.run().digest())))
                    .isTrue();
            assertThat(new Explaining<>(
                                    new ForkJob(desk.session(), desk.audit("batch")),
                                    desk.session(),
                                    desk.runs(),
                                    PolicyBook.shipped())
                            .explain(report.run(), "A-000001-GEN")
                            .agrees())
                    .isTrue();
            theSameDayAgainIsRefusedAndTheNextFindsThemForking(desk);
        }
    }

    /** The tier's orders had been made from money that the fork takes with it. */
    @Test
    void orders_whose_budget_a_fork_spends_are_called_back() {
        try (CapitalizedDatabase database = CapitalizedDatabase.of(STANDARD);
                SweepDesk desk = SweepDesk.on(database)) {
            earn(desk, "A-000001-GEN", "52000");
            AccountId gen = new Accounts(desk.session()).account("A-000001-GEN").id();
            desk.move(gen, LedgerAccount.CASH, LedgerAccount.ALLOCATED_SHARES, "90000", DAY.date());
            desk.session()
                    .transaction(() ->
                            new Intents(desk.session()).place(List.of(new Intents.Placed(gen, 3, ORDER)), DAY.date()));
            assertThat(sweep(desk, DAY).tally().of(POSTED)).isEqualTo(1);
            assertThat(desk.rows("select state, cause from order_intent"))
                    .containsExactly("CANCELLED fork A-000001-GEN-1 has spent its budget");
        }
    }

    private static void theSameDayAgainIsRefusedAndTheNextFindsThemForking(SweepDesk desk) {
        assertThatThrownBy(() -> sweep(desk, DAY)).isInstanceOf(Fault.class).hasMessageContaining("is already done");
        SweepReport next = sweep(desk, NEXT);
        assertThat(next.tally().of(NOT_ELIGIBLE)).isEqualTo(7);
        assertThat(next.tally().of(POSTED)).isZero();
    }

    @Test
    void readers_of_the_old_main_account_do_not_read_the_new_one() throws SQLException {
        try (CapitalizedDatabase database = CapitalizedDatabase.of(STANDARD);
                SweepDesk desk = SweepDesk.on(database)) {
            earn(desk, "A-000001-REV", "500000");
            sweep(desk, DAY);
            desk.tamper(
                    "insert into audit_entry (audit_id, subject, action)"
                            + " select max(id), s, 'looked at' from audit, unnest(array['A-000001-GEN', 'A-000001-REV-1-GEN']) s"
                            + " group by s",
                    "create role old_reader login",
                    "create role new_reader login",
                    "grant alluse_reader to old_reader, new_reader",
                    "insert into reader_access select 'old_reader', id from main_account where code = 'A-000001'",
                    "insert into reader_access select 'new_reader', id from main_account where code = 'A-000001-REV-1'");
            String subjects =
                    "select string_agg(subject, ' ' order by subject) from report_audit where action = 'looked at'";
            assertThat(read(database, "old_reader", subjects)).isEqualTo("A-000001-GEN");
            assertThat(read(database, "new_reader", subjects)).isEqualTo("A-000001-REV-1-GEN");
            assertThat(read(database, "old_reader", "select count(*) from account"))
                    .isEqualTo("3");
            assertThat(read(database, "new_reader", "select count(*) from fork_child"))
                    .isEqualTo("3");
            desk.tamper("drop owned by old_reader, new_reader", "drop role old_reader", "drop role new_reader");
        }
    }

    private static String read(CapitalizedDatabase database, String who, String sql) throws SQLException {
        try (Connection connection = database.test().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set session authorization " + who);
            try (ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        }
    }

    @Test
    void an_account_says_what_it_waits_for() {
        try (CapitalizedDatabase database = CapitalizedDatabase.of(STANDARD);
                SweepDesk desk = SweepDesk.on(database)) {
            earn(desk, "A-000001-GEN", "52000");
            desk.tamper("update account_head set bound = 100000");
            SweepReport report = sweep(desk, DAY);
            assertThat(report.tally().of(WAITING)).isEqualTo(1);
            assertThat(kept(desk)).containsExactly("WAITING surplus not in cash 28750.00");

            desk.tamper(
                    "update account_head set bound = 0",
                    "insert into reconciliation_break (brokerage_id, kind, stated, expected, since, as_of, statement)"
                            + " select id, 'cash', 1, 2, '2026-01-06', '2026-01-06', 's' from account where code = 'A-000001-GEN'");
            assertThat(sweep(desk, NEXT).tally().of(WAITING)).isEqualTo(1);
            assertThat(kept(desk)).contains("WAITING broker and ledger differ: see `alluse break list` null");
        }
    }

    @Test
    void without_figures_a_fork_by_value_is_reviewed() {
        try (CapitalizedDatabase database = CapitalizedDatabase.of("""
                        name,capital,policy,gen_reference,rev_reference,com_reference
                        One,200000,constitution,G:1,R:1,C:1
                        """);
                SweepDesk desk = SweepDesk.on(database)) {
            earn(desk, "A-000001-GEN", "20000");
            sweep(desk, DAY);
            assertThat(kept(desk)).containsExactly("WAITING needs 110000.00 10000.00");
            earn(desk, "A-000001-GEN", "10000");
            SweepReport asked = sweep(desk, NEXT);
            assertThat(asked.tally().of(REVIEW)).isEqualTo(1);
            assertThat(desk.rows("select state, verdict, score, expires_on, amount, asked_by from decision"))
                    .containsExactly("OPEN REVIEW 0.6500 2026-01-14 100000.00 batch");
            SweepReport again = sweep(desk, BusinessDay.parse("2026-01-08"));
            assertThat(again.tally().of(REVIEW)).isEqualTo(1);
            assertThat(desk.number("select count(*) from decision")).isEqualTo(1);
            SweepReport expired = sweep(desk, BusinessDay.parse("2026-01-15"));
            assertThat(expired.tally().of(REVIEW)).isEqualTo(1);
            assertThat(desk.rows("select state from decision order by id")).containsExactly("EXPIRED", "OPEN");
        }
    }

    @Test
    void accounts_that_share_a_brokerage_account_are_done_at_once() {
        try (CapitalizedDatabase database = CapitalizedDatabase.of("""
                        name,capital,mapping,main_reference
                        One,375000,per-main,M:1
                        """);
                SweepDesk desk = SweepDesk.on(database)) {
            earn(desk, "A-000001-GEN", "52000");
            earn(desk, "A-000001-REV", "500000");
            assertThat(sweep(desk, DAY).tally().of(POSTED)).isEqualTo(2);
            assertThat(desk.rows("select a.code, h.state from account a join account_head h on h.account_id = a.id"
                            + " where a.code like '%GEN%' and a.code not like '%REV%' order by 1"))
                    .containsExactly("A-000001-GEN ACTIVE", "A-000001-GEN-1-COM ACTIVE", "A-000001-GEN-1-GEN ACTIVE");
            assertThat(desk.rows("select direction, amount from announcement where dated = '2026-01-06' order by 2"))
                    .containsExactly("in 100000.00", "in 150000.00", "in 250000.00", "out 500000.00");
            assertThat(desk.rows("select state, count(*) from fork group by 1 order by 1"))
                    .containsExactly("AWAITING 1", "DONE 1");
            assertThat(desk.number("select count(*) from brokerage_account")).isEqualTo(2);
        }
    }

    @Test
    void a_fork_that_the_database_refuses_is_set_aside_alone_and_taken_again() {
        StringBuilder plan = new StringBuilder("name,capital,gen_reference,rev_reference,com_reference\n");
        for (int i = 1; i <= 7; i++) {
            plan.append("M%d,375000,G:%d,R:%d,C:%d%n".formatted(i, i, i, i));
        }
        try (CapitalizedDatabase database = CapitalizedDatabase.of(plan.toString());
                SweepDesk desk = SweepDesk.on(database)) {
            for (int i = 1; i <= 7; i++) {
                earn(desk, "A-00000" + i + "-GEN", i == 3 ? "60000" : "52000");
            }
            desk.tamper("alter table fork add constraint planted check (amount <> 60000)");
            SweepReport first = sweep(desk, DAY);
            assertThat(first.run().outcome()).isEqualTo(Outcome.COMPLETED_WITH_SET_ASIDES);
            assertThat(first.tally().of(POSTED)).isEqualTo(6);
            assertThat(first.tally().of(SET_ASIDE)).isEqualTo(1);
            assertThat(kept(desk))
                    .singleElement()
                    .asString()
                    .contains("it cannot be carried out")
                    .contains("planted");
            assertThat(desk.rows("select h.state, h.last_no from account a join account_head h on h.account_id = a.id"
                            + " where a.code like 'A-000003-GEN%'"))
                    .containsExactly("ACTIVE 2");
            desk.tamper("alter table fork drop constraint planted");
            SweepReport again = desk.run(new ForkJob(desk.session(), desk.audit("batch")), SweepDesk.order(DAY, true));
            assertThat(again.run().outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(again.tally().of(POSTED)).isEqualTo(7);
            assertThat(again.tally().of(SET_ASIDE)).isZero();
            assertThat(desk.isClean(Objects.requireNonNull(again.run().digest())))
                    .isTrue();
        }
    }

    /** In parts and small chunks, stopped or cut off and continued: the ledger is that of a run nobody disturbed. */
    @Test
    void a_disturbed_sweep_ends_as_an_undisturbed_one() {
        List<String> undisturbed = chains((desk, job) -> {});
        assertThat(chains(ForkSweepTest::stopped)).isEqualTo(undisturbed);
        assertThat(chains(ForkSweepTest::cutOff)).isEqualTo(undisturbed);
    }

    private static List<String> chains(BiConsumer<SweepDesk, ForkJob> disturbance) {
        StringBuilder plan = new StringBuilder("name,capital,gen_reference,rev_reference,com_reference\n");
        for (int i = 1; i <= 40; i++) {
            plan.append("M%d,375000,G:%d,R:%d,C:%d%n".formatted(i, i, i, i));
        }
        try (CapitalizedDatabase database = CapitalizedDatabase.of(plan.toString());
                SweepDesk desk = SweepDesk.on(database)) {
            desk.earn("600000", DAY.date());
            ForkJob job = new ForkJob(desk.session(), desk.audit("batch"));
            disturbance.accept(desk, job);
            SweepReport report = desk.run(job, SweepDesk.inParts(DAY, false, 8));
            assertThat(report.run().outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(report.tally().of(POSTED)).isEqualTo(80);
            assertThat(desk.number("select count(*) from fork")).isEqualTo(80);
            assertThat(desk.number("select sum(transfers) from account_head")).isZero();
            assertThat(desk.isClean(Objects.requireNonNull(report.run().digest())))
                    .isTrue();
            return desk.chains();
        }
    }

    private static void stopped(SweepDesk desk, ForkJob job) {
        StopSignal stop = new StopSignal();
        SweepReport stopped = desk.run(
                new HookedJob<>(job, 3, stop::request),
                new Sweep.Order(DAY, false, 1, 8, 0, SweepDesk.owner("test"), stop));
        assertThat(stopped.run().outcome()).isEqualTo(Outcome.STOPPED);
        someForksAreWhole(desk);
    }

    /** As if the program had been killed in the middle of a chunk. */
    private static void cutOff(SweepDesk desk, ForkJob job) {
        HookedJob<ForkFacts> cut = new HookedJob<>(
                job,
                5,
                () -> desk.session()
                        .client()
                        .sql("select pg_terminate_backend(pg_backend_pid())")
                        .query(Boolean.class)
                        .single());
        SweepReport failed =
                desk.run(cut, new Sweep.Order(DAY, false, 1, 8, 0, SweepDesk.owner("test"), new StopSignal()));
        assertThat(failed.run().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failed.passing()).isTrue();
        someForksAreWhole(desk);
    }

    private static void someForksAreWhole(SweepDesk desk) {
        assertThat(desk.number("select count(*) from fork")).isBetween(1L, 79L);
        assertThat(desk.number("select count(*) from fork f where f.amount <> (select sum(c.amount) from fork_child c"
                        + " join account_head h on h.account_id = c.account_id and h.base = c.amount"
                        + " where c.parent_id = f.parent_id and c.fork_no = f.no)"))
                .isZero();
        assertThat(desk.number("select sum(transfers) from account_head")).isZero();
    }

    static void earn(SweepDesk desk, String code, String amount) {
        AccountId id = new Accounts(desk.session()).account(code).id();
        desk.earn(List.of(id), amount, DAY.date());
    }

    static SweepReport sweep(SweepDesk desk, BusinessDay date) {
        SweepReport report = desk.run(new ForkJob(desk.session(), desk.audit("batch")), SweepDesk.order(date, false));
        assertThat(report.run().failure()).isNull();
        return report;
    }

    private static List<String> kept(SweepDesk desk) {
        return desk.rows("select outcome, reason, short_by from account_outcome order by run_id, account_id");
    }
}
