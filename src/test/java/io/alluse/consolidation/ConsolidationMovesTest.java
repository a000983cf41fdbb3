package io.alluse.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.audit.Act;
import io.alluse.calendar.BusinessDay;
import io.alluse.calendar.BusinessDays;
import io.alluse.consolidation.Families.Family;
import io.alluse.consolidation.Recommendation.State;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.money.Money;
import io.alluse.performance.ClosedDays;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests, approvals, executed and taken back consolidations, as stories: docs/rules.md 7.5. */
class ConsolidationMovesTest {

    private static final String PUT = "TSLA 2026-03-20 400 P";
    private static final LocalDate BOUGHT = LocalDate.of(2025, 6, 2);

    private static Families families;
    private Family family;

    @BeforeAll
    static void create() {
        families = Families.of(9);
    }

    @AfterAll
    static void drop() {
        families.close();
    }

    @BeforeEach
    void take() {
        family = families.next();
        family.closesOfAll(family.week(), 80);
    }

    @AfterEach
    void the_laws_hold() {
        assertThat(families.desk().rows("select sum(transfers) from account_head"))
                .containsExactly("0.00");
        assertThat(families.desk().rows("""
                        select h.account_id from account_head h
                        left join (select account_id, sum(open_cost) as cost from lot group by 1) l using (account_id)
                        where h.securities + h.short_options <> coalesce(l.cost, 0)"""))
                .as("lots come to what the ledger says")
                .isEmpty();
        assertThat(families.desk().isVerified()).isTrue();
    }

    private List<String> heads(String columns) {
        return families.desk().rows("select substr(a.code, 10), " + columns + """
                         from account a join account_head h on h.account_id = a.id
                        where a.code like '%s-%%' and a.code not like '%%REV%%' order by a.code collate "C\"""".formatted(family.main()));
    }

    private Recommendation request(String code, Wish wish, String who) {
        return families.consolidations()
                .request(code, wish, family.act(who), families.desk().audit(who));
    }

    private static Wish to(@Nullable String target) {
        return new Wish(target, false, null, List.of());
    }

    @Test
    void all_of_it_moves_in_kind_and_comes_back_as_it_was() {
        families.merges().open(family.gen1(), "TSLA", "10", "4000", BOUGHT);
        families.merges().open(family.gen1(), PUT, "-1", "-900.50", BOUGHT.plusDays(1));
        List<String> before = heads("state, base, cash, buffer, securities, short_options, bound + 0.00");
        long id = family.approved(family.gen1(), to(family.com()));
        Recommendation executed = families.moves().execute(id, family.act("ann"));
        assertThat(executed.state()).isEqualTo(State.EXECUTED);
        assertThat(executed.merge()).isEqualTo(family.com() + "-M1");
        assertThat(heads("state, base, cash, buffer, securities, -short_options, bound + 0.00"))
                .containsExactly(
                        "COM ACTIVE 213500.00 201025.50 9375.00 4000.00 900.50 40000.00",
                        "GEN ACTIVE 75000.00 71250.00 3750.00 0.00 0.00 0.00",
                        "GEN-1-COM ACTIVE 26000.00 24700.00 1300.00 0.00 0.00 0.00",
                        "GEN-1-GEN MERGING 0.00 0.00 0.00 0.00 0.00 0.00");
        assertThat(families.desk().rows("""
                        select l.instrument, l.acquired, l.quantity, l.open_cost from lot l
                        join account a on a.id = l.account_id where a.code = '%s' order by no""".formatted(family.com())))
                .containsExactly("TSLA 2025-06-02 10 4000.00", PUT + " 2025-06-03 -1 -900.50");
        assertThat(families.desk().rows("""
                        select count(*) from announcement n join account a on a.id = n.account_id
                        where n.dated = '%s' and n.state = 'open'""".formatted(family.week()))).containsExactly("6");
        assertThatThrownBy(() -> families.moves().execute(id, family.act("ann")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("is EXECUTED");
        Recommendation reversed = families.moves().reverse(id, family.act("ann"));
        assertThat(reversed.state()).isEqualTo(State.REVERSED);
        assertThat(heads("state, base, cash, buffer, securities, short_options, bound + 0.00"))
                .isEqualTo(before);
        assertThatThrownBy(() -> families.moves().reverse(id, family.act("ann")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("is REVERSED");
    }

    @Test
    void the_next_close_ends_it() {
        long id = family.approved(family.gen1(), to(family.gen()));
        families.moves().execute(id, family.act("ann"));
        families.merges().sweep(BusinessDay.of(BusinessDays.after(family.week(), 1)));
        assertThat(heads("state")).contains("GEN-1-GEN CLOSED");
        assertThatThrownBy(() -> families.moves().reverse(id, family.act("ann")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("is CLOSED");
    }

    @Test
    void what_has_been_closed_is_not_taken_back() {
        long id = family.approved(family.gen1(), new Wish(family.com(), false, Money.of("1000"), List.of()));
        Recommendation executed = families.moves().execute(id, family.act("ann"));
        LocalDate next = BusinessDays.after(family.week(), 1);
        assertThat(executed.finalWith())
                .as("the day itself has been closed already")
                .isEqualTo(next);
        family.closes(next, 1, family.com(), "0.01");
        assertThatThrownBy(() -> families.moves().reverse(id, family.act("ann")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("the day of " + next + " has been closed");
    }

    @Test
    void a_part_moves_and_comes_back() {
        families.merges().open(family.gen1(), "TSLA", "10", "4000", BOUGHT);
        families.merges().open(family.gen1(), "NVDA", "5", "600", BOUGHT);
        long id = family.approved(family.gen1(), new Wish(null, false, Money.of("1000.50"), List.of("TSLA")));
        assertThat(families.consolidations().found(id).strategy()).isEqualTo(Strategy.PARTIAL);
        families.moves().execute(id, family.act("ann"));
        assertThat(heads("state, base, cash, securities"))
                .contains("GEN ACTIVE 80000.50 72250.50 4000.00", "GEN-1-GEN ACTIVE 20999.50 19099.50 600.00");
        families.moves().reverse(id, family.act("ann"));
        assertThat(heads("state, base, cash, securities"))
                .contains("GEN ACTIVE 75000.00 71250.00 0.00", "GEN-1-GEN ACTIVE 26000.00 20100.00 4600.00");
    }

    @Test
    void into_an_account_that_is_opened_for_it() {
        families.merges().open(family.gen1(), "TSLA", "10", "4000", BOUGHT);
        long id = family.approved(family.gen1(), new Wish(null, true, null, List.of()));
        Recommendation executed = families.moves().execute(id, family.act("ann"));
        String opened = family.gen1() + "-C4-GEN";
        assertThat(executed.target()).isEqualTo(opened);
        assertThat(heads("state, base, cash, securities"))
                .contains("GEN-1-GEN MERGING 0.00 0.00 0.00", "GEN-1-GEN-C4-GEN SAFE 26000.00 22000.00 4000.00");
        assertThat(families.desk().rows("""
                        select b.state from brokerage_account b join account a on a.id = b.id where a.code = '%s'""".formatted(opened))).containsExactly("requested");
        families.moves().reverse(id, family.act("ann"));
        assertThat(heads("state, base, cash, securities"))
                .contains("GEN-1-GEN ACTIVE 26000.00 20700.00 4000.00", "GEN-1-GEN-C4-GEN CLOSED 0.00 0.00 0.00");
        assertThat(families.desk().rows("""
                        select b.state from brokerage_account b join account a on a.id = b.id where a.code = '%s'""".formatted(opened))).containsExactly("released");
    }

    @Test
    void nobody_approves_what_he_asked_for_and_nothing_is_executed_unapproved() {
        Recommendation asked = request(family.gen1(), Wish.ANY, "eve");
        assertThat(asked.triggers()).containsExactly(Trigger.REQUEST);
        assertThat(asked.strategy()).isEqualTo(Strategy.PARENT);
        assertThatThrownBy(() -> families.consolidations()
                        .approve(asked.id(), family.act("eve"), families.desk().audit("eve")))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.exit()).isEqualTo(Exit.NOT_ALLOWED))
                .hasMessageContaining("another user has to decide it");
        assertThatThrownBy(() -> families.moves().execute(asked.id(), family.act("ann")))
                .hasMessageContaining("nobody has approved it");
        assertThatThrownBy(() -> request(family.gen1(), Wish.ANY, "eve"))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.exit()).isEqualTo(Exit.CONFLICT));
        Act late = new Act("ann", "late", BusinessDay.of(asked.expiresOn().plusDays(1)));
        assertThatThrownBy(() -> families.consolidations()
                        .approve(asked.id(), late, families.desk().audit("ann")))
                .hasMessageContaining("expired on " + family.nextWeek());
        families.consolidations()
                .approve(asked.id(), family.act("ann"), families.desk().audit("ann"));
        assertThatThrownBy(() -> families.moves().execute(asked.id(), late)).hasMessageContaining("expired on");
    }

    @Test
    void what_cannot_be_asked_for() {
        refuses(family.gen(), Wish.ANY, "only a part can move");
        refuses(family.com1(), to(family.gen()), "what is in a COM stays in a COM");
        refuses(family.gen1(), to("A-000099-GEN"), "is no other open account of its main account");
        refuses(family.gen1(), new Wish(null, false, Money.of("24700.01"), List.of()), "24,700.00 of free cash");
        refuses(family.gen1(), new Wish(null, false, null, List.of("TSLA")), "it holds no TSLA");
        refuses(family.gen1(), new Wish(null, true, Money.of("1"), List.of()), "is there already");
        families.desk()
                .tamper("delete from account_close where business_date < '"
                        + family.week().minusDays(60) + "'");
        refuses(family.gen1(), Wish.ANY, "fewer than 60 days of closes");
    }

    private void refuses(String code, Wish wish, String why) {
        assertThatThrownBy(() -> request(code, wish, "eve"))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.exit()).isEqualTo(Exit.NOT_ALLOWED))
                .hasMessageContaining(why);
    }

    @Test
    void what_has_changed_since_it_was_approved_stands_in_the_way() {
        long id = family.approved(family.gen1(), to(family.com()));
        family.earn(family.gen1(), "100");
        assertThatThrownBy(() -> families.moves().execute(id, family.act("ann")))
                .hasMessageContaining("are not taxed yet: tax-and-buffer does that");
        families.desk().tamper("""
                update account_head set state = 'SUSPENDED'
                where account_id = (select id from account where code = '%s')""".formatted(family.com()));
        assertThatThrownBy(() -> families.moves().execute(id, family.act("ann")))
                .hasMessageContaining(family.com() + " is SUSPENDED");
        families.desk().tamper("""
                update account_head set state = 'ACTIVE'
                where account_id = (select id from account where code = '%s')""".formatted(family.com()));
    }

    @Test
    void days_that_fall_are_told() {
        ClosedDays.on(families.desk(), family.week()).fall(family.gen1(), family.week(), "0.25");
        Recommendation asked = request(family.gen1(), to(family.com()), "eve");
        assertThat(asked.triggers()).containsExactly(Trigger.UNDERPERFORMANCE, Trigger.RISK, Trigger.REQUEST);
        assertThat(asked.numbers().urgency()).isEqualTo(Urgency.HIGH);
    }
}
