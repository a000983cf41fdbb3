package io.alluse.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.calendar.BusinessDay;
import io.alluse.cli.CapitalizedDatabase;
import io.alluse.ledger.Announcement;
import io.alluse.ledger.Announcement.Direction;
import io.alluse.ledger.EventKind;
import io.alluse.money.Money;
import io.alluse.policy.Tier;
import io.alluse.run.AccountOutcome;
import io.alluse.sql.Session;
import io.alluse.text.Json;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An event that changes a state, announces money and has rows beside it: all of it stands, or none of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EffectsTest {

    private final CapitalizedDatabase database = CapitalizedDatabase.ofMains(20);
    private final SweepDesk desk = SweepDesk.on(database);

    @AfterAll
    void drop() {
        desk.close();
        database.close();
    }

    private record Note(String text) implements Beside {}

    /** Takes every account out of service, asks for a payment, and notes its code. */
    private record NotingJob(Session session) implements SweepJob<String> {

        @Override
        public String name() {
            return "noting";
        }

        @Override
        public Set<Tier> tiers() {
            return EnumSet.of(Tier.REV);
        }

        @Override
        public Map<AccountId, String> facts(List<AccountView> page, BusinessDay date) {
            return Map.of();
        }

        @Override
        public String noFacts() {
            return "";
        }

        @Override
        public Decision decide(AccountView account, String facts, BusinessDay date) {
            return new Decision.Post(
                    EventKind.POSTED,
                    Money.ZERO,
                    List.of(),
                    Json.canonical(),
                    new Effects(
                            AccountState.SUSPENDED,
                            List.of(new Announcement.Cash(Direction.OUT, Money.of("12.34"), date.date())),
                            List.of(new Note(account.head().chain().code()), new Note("second"))));
        }

        @Override
        public void keep(List<KeptBeside> rows) {
            for (KeptBeside kept : rows) {
                session.client()
                        .sql("insert into note values (:account, :no, :text)")
                        .param("account", kept.account().value())
                        .param("no", kept.eventNo())
                        .param("text", ((Note) kept.row()).text())
                        .update();
            }
        }

        @Override
        public List<String> explain(AccountView account, String facts, BusinessDay date) {
            return List.of();
        }
    }

    @Test
    void what_the_database_refuses_beside_an_event_sets_that_account_aside_and_takes_its_event_back() {
        desk.tamper(
                "create table note (account bigint, event_no int, text text check (text <> 'A-000007-REV'))",
                "grant insert on note to alluse_program");

        SweepReport report = desk.run(new NotingJob(desk.session()), SweepDesk.inChunks(60));

        assertThat(report.tally().of(AccountOutcome.POSTED)).isEqualTo(19);
        assertThat(report.tally().of(AccountOutcome.SET_ASIDE)).isEqualTo(1);
        String noted = " from account a join account_head h on h.account_id = a.id where a.tier = 'REV'"
                + " and h.state = 'SUSPENDED' and h.last_no = 2";
        assertThat(desk.number("select count(*)" + noted)).isEqualTo(19);
        assertThat(desk.number("select count(*)" + noted + " and a.code = 'A-000007-REV'"))
                .isZero();
        assertThat(desk.rows("select count(*), count(distinct account), min(event_no), max(event_no) from note"))
                .containsExactly("38 19 2 2");
        assertThat(desk.number("select count(*) from announcement where direction = 'out' and amount = 12.34"))
                .isEqualTo(19);
        assertThat(desk.isClean(Objects.requireNonNull(report.run().digest()))).isTrue();
    }
}
