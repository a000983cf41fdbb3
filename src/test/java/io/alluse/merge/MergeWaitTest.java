package io.alluse.merge;

import static io.alluse.run.AccountOutcome.NOTHING;
import static io.alluse.run.AccountOutcome.POSTED;
import static io.alluse.run.AccountOutcome.SET_ASIDE;
import static io.alluse.run.AccountOutcome.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.calendar.BusinessDay;
import io.alluse.run.Outcome;
import io.alluse.run.StopSignal;
import io.alluse.sweep.HookedJob;
import io.alluse.sweep.Sweep;
import io.alluse.sweep.SweepDesk;
import io.alluse.sweep.SweepReport;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What keeps a family that is due from merging, and what it does instead: docs/rules.md 7.1, 7.2. */
class MergeWaitTest {

    private static final LocalDate BOUGHT = LocalDate.parse("2025-06-02");
    private static final BusinessDay THIRD = BusinessDay.parse("2026-01-09");

    /** Under one brokerage account, so that everybody is ACTIVE at once. */
    private static MergeDesk families(int mains) {
        StringBuilder plan = new StringBuilder("name,capital,mapping,main_reference\n");
        for (int i = 1; i <= mains; i++) {
            plan.append("M%d,375000,per-main,M:%d%n".formatted(i, i));
        }
        MergeDesk desk = MergeDesk.of(plan.toString());
        for (int i = 1; i <= mains; i++) {
            desk.earn(gen(i), "52000");
        }
        desk.fork();
        for (int i = 1; i <= mains; i++) {
            desk.grow(gen(i) + "-1-COM", "600000");
        }
        return desk;
    }

    private static String gen(int main) {
        return "A-%06d-GEN".formatted(main);
    }

    private static List<String> outcomes(MergeDesk desk) {
        return desk.rows(
                "select a.code || ': ' || o.reason from account_outcome o join account a on a.id = o.account_id"
                        + " order by a.code");
    }

    @Test
    void each_family_says_what_it_waits_for() {
        try (MergeDesk desk = families(8)) {
            SweepDesk rows = desk.desk();
            rows.tamper(
                    state("SAFE", gen(1) + "-1-COM"),
                    state("SUSPENDED", gen(2) + "-1-GEN"),
                    state("FORKING", gen(3) + "-1-GEN"),
                    state("SUSPENDED", "A-000004-COM"),
                    "insert into reconciliation_break (brokerage_id, kind, stated, expected, since, as_of, statement)"
                            + " select id, 'cash', 1, 2, '2026-01-06', '2026-01-06', 's' from main_account where code = 'A-000005'");
            desk.earn(gen(6) + "-1-COM", "100");
            desk.open(gen(7) + "-1-COM", "TSLA 2026-03-20 400 P", "-1", "-900", BOUGHT);
            desk.open("A-000007-COM", "TSLA 2026-03-20 400 P", "1", "500", BOUGHT);
            SweepReport report = desk.sweep(MergeDesk.DAY);
            assertThat(outcomes(desk))
                    .containsExactly(
                            gen(1) + "-1-GEN: " + gen(1) + "-1-COM is SAFE",
                            gen(2) + "-1-GEN: " + gen(2) + "-1-GEN is SUSPENDED",
                            gen(3) + "-1-GEN: " + gen(3) + "-1-GEN is FORKING",
                            gen(4) + "-1-GEN: A-000004-COM is SUSPENDED",
                            gen(5) + "-1-GEN: broker and ledger of " + gen(5)
                                    + "-1-GEN differ: see `alluse break list`",
                            gen(6) + "-1-GEN: results of " + gen(6)
                                    + "-1-COM are not taxed yet: tax-and-buffer does that",
                            gen(7)
                                    + "-1-GEN: some of its accounts, or A-000007-COM, have TSLA 2026-03-20 400 P, and others"
                                    + " have sold it");
            assertThat(report.tally().of(POSTED)).isEqualTo(1);
            assertThat(report.tally().of(WAITING)).isEqualTo(7);
            assertThat(desk.rows("select count(*) from announcement where dated = '2026-01-07'"))
                    .containsExactly("0");
            whatHasBeenClosedIsLeftOut(desk);
        }
    }

    private static String state(String state, String code) {
        return "update account_head set state = '" + state
                + "' where account_id = (select id from account where code = '" + code + "')";
    }

    private static void whatHasBeenClosedIsLeftOut(MergeDesk desk) {
        desk.grow(gen(1) + "-1-COM", "600000");
        desk.desk().tamper(state("CLOSED", gen(1) + "-1-GEN"), state("ACTIVE", gen(1) + "-1-COM"));
        desk.sweep(MergeDesk.NEXT);
        assertThat(desk.rows("select count(*) from merge_member m join account a on a.id = m.account_id"
                        + " where a.code like 'A-000001%'"))
                .containsExactly("1");
    }

    @Test
    void positions_are_sold_first_where_the_policy_wants_it() {
        try (MergeDesk desk = families(1)) {
            liquidates(desk);
            desk.open(gen(1) + "-1-GEN", "TSLA", "10", "4000", BOUGHT);
            desk.open(gen(1) + "-1-COM", "TSLA 2026-03-20 400 P", "-2", "-900", BOUGHT);
            SweepReport asked = desk.sweep(MergeDesk.DAY);
            assertThat(asked.tally().of(POSTED)).isEqualTo(1);
            assertThat(desk.rows(
                            "select a.code, i.kind, i.symbol, i.quantity, i.valid_from, i.state from order_intent i"
                                    + " join account a on a.id = i.account_id order by a.code collate \"C\""))
                    .containsExactly(
                            gen(1) + "-1-COM BUY_BACK TSLA 2026-03-20 400 P 2 2026-01-08 OPEN",
                            gen(1) + "-1-GEN SALE TSLA 10 2026-01-08 OPEN");
            desk.sweep(MergeDesk.NEXT);
            assertThat(outcomes(desk)).containsExactly(gen(1) + "-1-GEN: 2 orders to sell its positions are open");
            sold(desk);
            SweepReport merged = desk.sweep(THIRD);
            assertThat(merged.tally().of(POSTED)).isEqualTo(1);
            assertThat(desk.rows("select distinct state, cause from order_intent"))
                    .containsExactly("CANCELLED merged into A-000001-COM");
            assertThat(desk.rows("select count(*) from account_head where state = 'MERGING'"))
                    .containsExactly("2");
            assertThat(desk.rows("select sum(transfers) from account_head")).containsExactly("0.00");
        }
    }

    private static void liquidates(MergeDesk desk) {
        desk.desk()
                .tamper("insert into account_override (subject_id, effective_on, key, value, source)"
                        + " select id, '2026-01-02', 'merge.positions', 'liquidate', 'test' from main_account");
    }

    /** As a statement would tell it. */
    private static void sold(MergeDesk desk) {
        desk.desk()
                .tamper(
                        "update lot set open_quantity = 0, open_cost = 0",
                        "update account_head set cash = cash + securities + short_options, securities = 0, short_options = 0,"
                                + " bound = 0");
    }

    @Test
    void two_families_of_one_main_account_go_the_same_night_and_one_that_is_refused_is_taken_again() {
        try (MergeDesk desk = families(3)) {
            secondFamilies(desk);
            desk.desk().tamper("alter table merge add constraint planted check (received <> 652001)");
            desk.grow(gen(2) + "-1-COM", "1");
            SweepReport first = desk.sweep(MergeDesk.NEXT);
            assertThat(first.run().outcome()).isEqualTo(Outcome.COMPLETED_WITH_SET_ASIDES);
            assertThat(first.tally().of(POSTED)).isEqualTo(5);
            assertThat(first.tally().of(SET_ASIDE)).isEqualTo(1);
            assertThat(desk.rows("select t.code, m.no from merge m join account t on t.id = m.target_id order by 1, 2"))
                    .containsExactly(
                            "A-000001-COM 1", "A-000001-COM 2", "A-000002-COM 1", "A-000003-COM 1", "A-000003-COM 2");
            desk.desk().tamper("alter table merge drop constraint planted");
            SweepReport again = desk.desk().run(desk.job(), SweepDesk.order(MergeDesk.NEXT, true));
            assertThat(again.run().outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(again.tally().of(POSTED)).isEqualTo(6);
            assertThat(again.tally().of(NOTHING)).isEqualTo(15);
            assertThat(desk.isClean()).isTrue();
        }
    }

    private static void secondFamilies(MergeDesk desk) {
        for (int i = 1; i <= 3; i++) {
            desk.earn(gen(i), "60000");
        }
        desk.fork(MergeDesk.DAY);
        for (int i = 1; i <= 3; i++) {
            desk.grow(gen(i) + "-2-COM", "600000");
        }
    }

    /** In parts and small chunks, stopped or cut off and continued: the ledger is that of a run nobody disturbed. */
    @Test
    void a_disturbed_sweep_ends_as_an_undisturbed_one() {
        List<String> undisturbed = chains((desk, order) -> {});
        assertThat(chains(MergeWaitTest::stopped)).isEqualTo(undisturbed);
        assertThat(chains(MergeWaitTest::cutOff)).isEqualTo(undisturbed);
    }

    private static List<String> chains(BiConsumer<MergeDesk, Function<StopSignal, Sweep.Order>> disturbance) {
        try (MergeDesk desk = families(24)) {
            for (int i = 1; i <= 24; i++) {
                desk.open(gen(i) + "-1-COM", "TSLA", Integer.toString(i), "4000", BOUGHT);
            }
            disturbance.accept(
                    desk, stop -> new Sweep.Order(MergeDesk.DAY, false, 1, 8, 0, SweepDesk.owner("test"), stop));
            SweepReport report = desk.desk().run(desk.job(), SweepDesk.inParts(MergeDesk.DAY, false, 8));
            assertThat(report.run().outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(report.tally().of(POSTED)).isEqualTo(24);
            assertThat(desk.isClean(report)).isTrue();
            return Stream.concat(
                            desk.desk().chains().stream(),
                            desk
                                    .rows(
                                            "select account_id, no, instrument, open_quantity, line_id from lot order by 1, 2")
                                    .stream())
                    .toList();
        }
    }

    private static void stopped(MergeDesk desk, Function<StopSignal, Sweep.Order> order) {
        StopSignal stop = new StopSignal();
        SweepReport stopped = desk.desk().run(new HookedJob<>(desk.job(), 3, stop::request), order.apply(stop));
        assertThat(stopped.run().outcome()).isEqualTo(Outcome.STOPPED);
        someMergesAreWhole(desk);
    }

    /** As if the program had been killed in the middle of a chunk. */
    private static void cutOff(MergeDesk desk, Function<StopSignal, Sweep.Order> order) {
        HookedJob<MergeFacts> cut = new HookedJob<>(
                desk.job(),
                4,
                () -> desk.desk()
                        .session()
                        .client()
                        .sql("select pg_terminate_backend(pg_backend_pid())")
                        .query(Boolean.class)
                        .single());
        SweepReport failed = desk.desk().run(cut, order.apply(new StopSignal()));
        assertThat(failed.run().outcome()).isEqualTo(Outcome.FAILED);
        someMergesAreWhole(desk);
    }

    private static void someMergesAreWhole(MergeDesk desk) {
        assertThat(desk.desk().number("select count(*) from merge")).isBetween(1L, 23L);
        assertThat(desk.desk().number("select sum(transfers) from account_head"))
                .isZero();
        assertThat(desk.desk()
                        .number("select (select count(*) from account_head where state = 'MERGING')"
                                + " - 2 * (select count(*) from merge)"))
                .isZero();
    }
}
