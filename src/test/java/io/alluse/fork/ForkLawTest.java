package io.alluse.fork;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountId;
import io.alluse.account.Brokerage;
import io.alluse.account.BrokerageReference;
import io.alluse.audit.Act;
import io.alluse.calendar.BusinessDay;
import io.alluse.calendar.BusinessDays;
import io.alluse.cli.CapitalizedDatabase;
import io.alluse.fork.ForkFigures.Known;
import io.alluse.fork.ForkFigures.Returns;
import io.alluse.lifecycle.BrokerageMapping;
import io.alluse.policy.PolicyBook;
import io.alluse.run.AccountOutcome;
import io.alluse.sweep.SweepDesk;
import io.alluse.sweep.SweepReport;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weeks of gains, forks, mappings and reversals at random: what holds after each of them (docs/rules.md 6, 11.6). */
class ForkLawTest {

    private static final int DAYS = 9;
    private static final String PLAN = """
            name,capital,policy,mapping,main_reference,gen_reference,rev_reference,com_reference
            One,500000,standard,,,G1,R1,C1
            Two,500000,standard,per-main,M2,,,
            Three,250000,screenplay,,,G3,R3,C3
            Four,200000,constitution,,,G4,R4,C4
            Five,1000000,constitution,per-main,M5,,,
            """;
    private static final ForkFigures GOOD = (accounts, date) -> accounts.stream()
            .map(view -> view.head().chain().account())
            .collect(Collectors.toMap(
                    Function.identity(),
                    account -> new Known(
                            Optional.of(BigDecimal.TEN),
                            Optional.of(new Returns(BigDecimal.valueOf(20), 12, 12, BigDecimal.ZERO)))));

    private int reference;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void what_forks_and_goes_back_adds_up(long seed) {
        Random random = new Random(seed);
        try (CapitalizedDatabase database = CapitalizedDatabase.of(PLAN);
                SweepDesk desk = SweepDesk.on(database)) {
            BusinessDay day = SweepDesk.DAY;
            for (int i = 0; i < DAYS; i++) {
                earn(desk, random, day.date());
                SweepReport report =
                        desk.run(new ForkJob(desk.session(), desk.audit("batch"), GOOD), SweepDesk.order(day, false));
                assertThat(report.run().failure()).isNull();
                assertThat(report.tally().of(AccountOutcome.SET_ASIDE)).isZero();
                lawsHold(desk);
                mapSome(desk, random, day);
                reverseOne(desk, random, day);
                lawsHold(desk);
                if (report.run().digest() != null) {
                    assertThat(desk.isClean(Objects.requireNonNull(report.run().digest())))
                            .isTrue();
                }
                day = BusinessDay.of(BusinessDays.after(day.date(), 1));
            }
            assertThat(desk.number("select count(*) from fork")).isGreaterThan(8);
            assertThat(desk.number("select count(*) from fork where state = 'REVERSED'"))
                    .isPositive();
        }
    }

    private static void earn(SweepDesk desk, Random random, LocalDate day) {
        for (String id :
                desk.rows("select account_id from account_head where state in ('ACTIVE', 'FORKING') order by 1")) {
            if (random.nextInt(3) == 0) {
                String amount = random.nextInt(600_000) + ".%02d".formatted(random.nextInt(100));
                desk.earn(List.of(new AccountId(Long.parseLong(id))), amount + "1", day);
            }
        }
    }

    private void mapSome(SweepDesk desk, Random random, BusinessDay day) {
        for (String code : desk.rows("select coalesce(a.code, m.code) from brokerage_account b"
                + " join main_account m on m.id = b.main_id left join account a on a.id = b.id"
                + " where b.state = 'requested' order by 1")) {
            if (random.nextInt(3) == 0) {
                new BrokerageMapping(desk.session(), PolicyBook.shipped(), desk.audit("ann"))
                        .map(
                                code,
                                new BrokerageReference("X" + ++reference),
                                Brokerage.CONFIRMED,
                                new Act("ann", "confirmed", day),
                                false);
            }
        }
    }

    private static void reverseOne(SweepDesk desk, Random random, BusinessDay day) {
        List<String> awaiting = desk.rows("""
                select p.code || '-' || f.no from fork f join account p on p.id = f.parent_id
                where f.state = 'AWAITING' and not exists (
                    select from fork_child c join account_head h on h.account_id = c.account_id
                    where c.parent_id = f.parent_id and c.fork_no = f.no and h.last_no > 1) order by 1""");
        if (!awaiting.isEmpty()) {
            new ForkReversal(desk.session(), PolicyBook.shipped(), desk.audit("ann"))
                    .reverse(awaiting.get(random.nextInt(awaiting.size())), "declined", day);
        }
    }

    private static void lawsHold(SweepDesk desk) {
        assertThat(desk.rows("select parent_id from fork group by parent_id, business_date having count(*) > 1"))
                .as("no account forks twice on a date")
                .isEmpty();
        assertThat(desk.rows("select coalesce(sum(transfers), 0) = 0 from account_head"))
                .containsExactly("t");
        assertThat(desk.rows("""
                        select sum(h.base) = -sum(h.capital)
                            + (select coalesce(sum(amount + base_change), 0) from fork)
                            - (select coalesce(sum(amount), 0) from fork where state = 'REVERSED')
                        from account_head h"""))
                .as("Σ base = contributed + fork payouts − value cuts − reversals")
                .containsExactly("t");
        assertThat(desk.rows("""
                        select p.code, h.state from fork f join account p on p.id = f.parent_id
                        join account_head h on h.account_id = f.parent_id
                        where (f.state = 'AWAITING') <> (h.state = 'FORKING')
                            and f.no = (select max(no) from fork where parent_id = f.parent_id)"""))
                .as("a parent is FORKING as long as its last fork awaits its mappings")
                .isEmpty();
        assertThat(desk.rows("select code from account a left join account_head h on h.account_id = a.id"
                        + " where h.account_id is null"))
                .isEmpty();
    }
}
