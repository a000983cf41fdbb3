package io.alluse.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.calendar.BusinessDay;
import io.alluse.calendar.BusinessDays;
import io.alluse.fault.Fault;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days of gains, trades, forks, merges and reversals at random: what holds after each of them (docs/rules.md 7, 11.6). */
class MergeLawTest {

    private static final int DAYS = 7;
    private static final String PLAN = """
            name,capital,policy,mapping,main_reference,gen_reference,rev_reference,com_reference
            One,500000,standard,per-main,M1,,,
            Two,250000,screenplay,per-main,M2,,,
            Three,500000,standard,,,G3,R3,C3
            """;
    private static final List<String> HELD = List.of("TSLA", "AAPL", "NVDA 2027-01-15 90 C");
    private static final String LOTS = """
            select l.instrument, l.acquired, coalesce(o.held_since, l.acquired), sum(l.open_quantity), sum(l.open_cost)
            from lot l left join lot_origin o on o.account_id = l.account_id and o.no = l.no
            where l.open_quantity <> 0 group by 1, 2, 3 order by 1, 2, 3""";

    private int reference;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void what_merges_and_goes_back_loses_nothing(long seed) {
        Random random = new Random(seed);
        try (MergeDesk desk = MergeDesk.of(PLAN)) {
            BusinessDay day = MergeDesk.FORKED;
            int merges = 0;
            for (int i = 0; i < DAYS; i++) {
                grow(desk, random);
                desk.fork(day);
                confirm(desk, day);
                List<String> lots = desk.rows(LOTS);
                String worth = worth(desk);
                desk.sweep(day);
                assertThat(desk.rows(LOTS)).isEqualTo(lots);
                assertThat(worth(desk)).isEqualTo(worth);
                noFamilyBelowItsThresholdHasMerged(desk);
                basesAreAccountedFor(desk);
                takeBack(desk, random, day);
                assertThat(desk.rows(LOTS)).isEqualTo(lots);
                assertThat(worth(desk)).isEqualTo(worth);
                merges = desk.rows("select no from merge").size();
                day = BusinessDay.of(BusinessDays.after(day.date(), 1));
            }
            assertThat(merges).isGreaterThan(2);
            assertThat(desk.isClean()).isTrue();
        }
    }

    private static void grow(MergeDesk desk, Random random) {
        for (String code : desk.rows("select a.code from account a join account_head h on h.account_id = a.id"
                + " where h.state = 'ACTIVE' and h.cash > 10000 order by 1")) {
            if (random.nextInt(3) == 0) {
                desk.grow(code, Integer.toString(20_000 + random.nextInt(300_000)));
            }
            if (random.nextInt(3) == 0) {
                desk.open(
                        code,
                        HELD.get(random.nextInt(HELD.size())),
                        Integer.toString(1 + random.nextInt(9)),
                        Integer.toString(1 + random.nextInt(4_000)),
                        LocalDate.parse("2026-01-05").minusDays(random.nextInt(700)));
            }
        }
    }

    private void confirm(MergeDesk desk, BusinessDay day) {
        desk.rows("select coalesce(a.code, m.code) from brokerage_account b join main_account m on m.id = b.main_id"
                        + " left join account a on a.id = b.id where b.state = 'requested' order by 1")
                .forEach(code -> desk.map(code, "X:" + reference++, day));
    }

    private static String worth(MergeDesk desk) {
        return desk.rows(
                        "select sum(cash + buffer + tax_reserve + allocated_contracts + allocated_shares + allocated_leaps"
                                + " + securities + short_options + tax_payable), sum(securities), sum(transfers) from account_head")
                .getFirst();
    }

    private static void noFamilyBelowItsThresholdHasMerged(MergeDesk desk) {
        assertThat(desk.rows("select m.received from merge m join fork_family f"
                        + " on f.parent_id = m.parent_id and f.fork_no = m.fork_no"
                        + " where m.received < 500000 or f.received >= 500000"))
                .isEmpty();
        assertThat(desk.rows("select a.code from merge_member m join account a on a.id = m.account_id"
                        + " join merge g on g.target_id = m.target_id and g.no = m.merge_no"
                        + " where g.state = 'MERGED' group by a.code having count(*) > 1"))
                .isEmpty();
    }

    /** The target's base grows by what it received, the members' goes to zero. */
    private static void basesAreAccountedFor(MergeDesk desk) {
        assertThat(desk.rows("select g.no from merge g join event e on e.account_id = g.target_id and e.no = g.event_no"
                        + " where e.base_change <> g.received"))
                .isEmpty();
        assertThat(desk.rows("select m.account_id from merge_member m"
                        + " join event e on e.account_id = m.account_id and e.no = m.event_no"
                        + " where e.base_change <> -m.base"))
                .isEmpty();
        assertThat(desk.rows("select count(*) from account_head where state in ('MERGING', 'CLOSED')"
                        + " and (base <> 0 or cash <> 0 or securities <> 0 or bound <> 0)"))
                .containsExactly("0");
    }

    private static void takeBack(MergeDesk desk, Random random, BusinessDay day) {
        List<String> open = desk.rows(
                "select t.code || '-M' || m.no from merge m join account t on t.id = m.target_id where state = 'MERGED' order by 1");
        if (!open.isEmpty() && random.nextInt(3) == 0) {
            try {
                desk.reverse(open.get(random.nextInt(open.size())), day);
            } catch (Fault fault) {
                assertThat(fault).hasMessageContaining("nothing was changed");
            }
        }
    }
}
