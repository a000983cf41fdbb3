package io.alluse.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.audit.Act;
import io.alluse.calendar.BusinessDay;
import io.alluse.calendar.BusinessDays;
import io.alluse.consolidation.Families.Family;
import io.alluse.consolidation.Recommendation.State;
import io.alluse.fault.Fault;
import io.alluse.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests at random, approved, executed, some taken back, some closed: what holds after each of them (docs/rules.md 7.5, 11). */
class ConsolidationLawsTest {

    private static final int MOVES = 18;
    private static final List<String> SYMBOLS = List.of("TSLA", "NVDA", "AAPL");

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void what_moves_and_comes_back_adds_up(long seed) {
        Random random = new Random(seed);
        try (Families families = Families.of(3)) {
            List<Family> all = List.of(families.next(), families.next(), families.next());
            all.forEach(family -> buy(families, family, random));
            LocalDate last = all.getLast().week();
            all.forEach(family -> family.closesOfAll(last, 80));
            List<String> worth = worth(families);
            BusinessDay day = BusinessDay.of(last);
            int moved = 0;
            for (int i = 0; i < MOVES; i++) {
                moved += step(families, random, day);
                assertThat(worth(families)).as("nothing is earned or lost").isEqualTo(worth);
                lawsHold(families);
                if (i % 5 == 4) {
                    day = BusinessDay.of(BusinessDays.after(day.date(), 1));
                    families.merges().sweep(day);
                }
            }
            assertThat(moved).isGreaterThan(3);
            assertThat(families.desk().isVerified()).isTrue();
        }
    }

    private static void buy(Families families, Family family, Random random) {
        for (String code : List.of(family.gen1(), family.com1(), family.gen())) {
            for (String symbol : SYMBOLS) {
                if (random.nextBoolean()) {
                    families.merges()
                            .open(
                                    code,
                                    symbol,
                                    Integer.toString(1 + random.nextInt(20)),
                                    random.nextInt(4_000) + ".%02d".formatted(1 + random.nextInt(99)),
                                    LocalDate.of(2025, 1 + random.nextInt(12), 2));
                }
            }
        }
    }

    /** How many were executed. */
    private static int step(Families families, Random random, BusinessDay day) {
        List<String> open = families.desk().rows("""
                select a.code from account a join account_head h on h.account_id = a.id
                where h.state = 'ACTIVE' order by a.code collate "C\"""");
        String from = open.get(random.nextInt(open.size()));
        String to = open.get(random.nextInt(open.size()));
        Wish wish = wish(random, random.nextInt(3) == 0 ? null : to);
        List<String> before = state(families);
        try {
            long id = families.consolidations()
                    .request(from, wish, act("eve", day), families.desk().audit("eve"))
                    .id();
            families.consolidations()
                    .approve(id, act("ann", day), families.desk().audit("ann"));
            families.moves().execute(id, act("ann", day));
            if (random.nextInt(3) == 0) {
                assertThat(families.moves().reverse(id, act("ann", day)).state())
                        .isEqualTo(State.REVERSED);
                assertThat(state(families)).as("all is where it was").containsAll(before);
            }
            return 1;
        } catch (Fault refused) {
            assertThat(refused).hasMessageContaining("nothing was changed");
            assertThat(state(families)).as(refused.getMessage()).isEqualTo(before);
            return 0;
        }
    }

    private static Wish wish(Random random, @Nullable String to) {
        return switch (random.nextInt(5)) {
            case 0 -> new Wish(null, true, null, List.of());
            case 1 -> new Wish(to, false, Money.ofCents(1 + random.nextInt(2_000_000)), List.of());
            case 2 -> new Wish(to, false, null, List.of(SYMBOLS.get(random.nextInt(SYMBOLS.size()))));
            default -> new Wish(to, false, null, List.of());
        };
    }

    private static Act act(String who, BusinessDay day) {
        return new Act(who, "by chance", day);
    }

    private static List<String> worth(Families families) {
        return families.desk().rows("""
                select sum(cash + buffer + tax_reserve + securities + short_options + tax_payable + allocated_contracts
                    + allocated_shares + allocated_leaps) from account_head""");
    }

    private static List<String> state(Families families) {
        return families.desk().rows("""
                select a.code, h.state, h.base, h.cash, h.buffer, h.securities from account a
                join account_head h on h.account_id = a.id order by 1""");
    }

    private static void lawsHold(Families families) {
        assertThat(families.desk().rows("select sum(transfers) from account_head"))
                .containsExactly("0.00");
        assertThat(families.desk().rows("""
                        select h.account_id from account_head h
                        left join (select account_id, sum(open_cost) as cost from lot group by 1) l using (account_id)
                        where h.securities + h.short_options <> coalesce(l.cost, 0)"""))
                .as("lots come to what the ledger says")
                .isEmpty();
        assertThat(families.desk().rows("""
                        select l.instrument, min(l.acquired), sum(l.open_quantity) from lot l
                        where l.open_quantity <> 0 group by 1 having min(l.acquired) >= '2026-01-01'""")).as("no day of holding is lost").isEmpty();
        assertThat(families.desk().rows("""
                        select account_id from account_head where state in ('MERGING', 'CLOSED') and (base <> 0
                            or cash <> 0 or buffer <> 0 or securities <> 0 or short_options <> 0)"""))
                .as("who has given all has nothing")
                .isEmpty();
        assertThat(families.desk().rows("""
                        select account_id from consolidation where state in ('OPEN', 'APPROVED')
                        group by 1 having count(*) > 1""")).isEmpty();
    }
}
