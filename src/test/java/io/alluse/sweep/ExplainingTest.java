package io.alluse.sweep;

import static io.alluse.run.AccountOutcome.NOTHING;
import static io.alluse.run.AccountOutcome.POSTED;
import static io.alluse.run.AccountOutcome.REVIEW;
import static io.alluse.run.AccountOutcome.SET_ASIDE;
import static io.alluse.run.AccountOutcome.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.account.AccountId;
import io.alluse.calendar.BusinessDay;
import io.alluse.cli.CapitalizedDatabase;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.money.Money;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.Tier;
import io.alluse.run.AccountOutcome;
import io.alluse.run.Run;
import io.alluse.run.StopSignal;
import io.alluse.run.Tally;
import io.alluse.sweep.Decision.Nothing;
import io.alluse.sweep.Decision.Post;
import io.alluse.sweep.Decision.Review;
import io.alluse.sweep.Decision.Wait;
import io.alluse.text.Json;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rule of every outcome: what is kept of each, what a dry run says of it, and how it is explained afterwards. */
class ExplainingTest {

    private CapitalizedDatabase database;
    private SweepDesk desk;

    @BeforeEach
    void create() {
        database = CapitalizedDatabase.ofMains(2);
        desk = SweepDesk.on(database);
    }

    @AfterEach
    void drop() {
        desk.close();
        database.close();
    }

    /** The first main account: waits, is to be reviewed, fails. The second: is posted to, is left as it is, waits for nothing. */
    private static final class EveryOutcome implements SweepJob<String> {

        private final Set<Tier> tiers;

        EveryOutcome(Set<Tier> tiers) {
            this.tiers = tiers;
        }

        @Override
        public String name() {
            return "every-outcome";
        }

        @Override
        public Set<Tier> tiers() {
            return tiers;
        }

        @Override
        public Map<AccountId, String> facts(List<AccountView> page, BusinessDay date) {
            return Map.of();
        }

        @Override
        public String noFacts() {
            return "no facts";
        }

        @Override
        public Decision decide(AccountView account, String facts, BusinessDay date) {
            boolean first = account.head().chain().code().startsWith("A-000001");
            return switch (account.tier()) {
                case GEN -> first ? new Wait("too little cash", Money.of("12.34")) : posted(date);
                case REV -> first ? new Review("a person has to look") : new Nothing("it is well");
                case COM -> {
                    if (first) {
                        throw new IllegalStateException("no such case");
                    }
                    yield new Wait("not yet", Money.ZERO);
                }
            };
        }

        private static Post posted(BusinessDay date) {
            Movement moved = Movement.of(LedgerAccount.CASH, LedgerAccount.BUFFER, Money.of("1"), date.date());
            return new Post(
                    EventKind.POSTED,
                    Money.ZERO,
                    List.of(moved),
                    Json.canonical().put("why", "a test"));
        }

        @Override
        public List<String> explain(AccountView account, String facts, BusinessDay date) {
            return List.of(account.head().state() + ", " + facts);
        }
    }

    private static EveryOutcome job() {
        return new EveryOutcome(EnumSet.allOf(Tier.class));
    }

    private Explaining<String> explaining(EveryOutcome job) {
        return new Explaining<>(job, desk.session(), desk.runs(), PolicyBook.shipped());
    }

    @Test
    void every_outcome_is_told_before_and_explained_after() {
        List<String> told = new ArrayList<>();
        Tally dry = new DryRun<>(job(), desk.session(), PolicyBook.shipped())
                .run(
                        SweepDesk.DAY,
                        line -> told.add(line.code() + " " + line.outcome() + " " + line.reason()),
                        far -> assertThat(far.total()).isEqualTo(6));
        assertThat(told)
                .containsExactly(
                        "A-000001-GEN WAITING too little cash",
                        "A-000001-REV REVIEW a person has to look",
                        "A-000001-COM SET_ASIDE the rule fails: IllegalStateException: no such case",
                        "A-000002-GEN POSTED ",
                        "A-000002-REV NOTHING it is well",
                        "A-000002-COM WAITING not yet");
        SweepReport report = desk.run(job(), SweepDesk.order(SweepDesk.DAY, false));
        for (AccountOutcome outcome : AccountOutcome.values()) {
            assertThat(dry.of(outcome))
                    .as(outcome.words())
                    .isEqualTo(report.tally().of(outcome));
        }
        assertThat(dry.reasons()).isEqualTo(report.tally().reasons());
        assertThat(dry.moved()).isEqualTo(report.tally().moved());
        assertExplained(report.run());
    }

    private void assertExplained(Run run) {
        assertKept(run, "A-000001-GEN", WAITING, "too little cash", "12.34");
        assertKept(run, "A-000001-REV", REVIEW, "a person has to look", "null");
        assertKept(run, "A-000001-COM", SET_ASIDE, "the rule fails: IllegalStateException: no such case", "null");
        assertKept(run, "A-000002-COM", WAITING, "not yet", "null");
        Explanation nothing = explaining(job()).explain(run, "A-000002-REV");
        assertThat(nothing.kept()).isEmpty();
        assertThat(nothing.event()).isNull();
        assertThat(nothing.again().decision()).isEqualTo(new Nothing("it is well"));
        assertThat(nothing.again().lines()).containsExactly("SAFE, no facts");
        Explanation posted = explaining(job()).explain(run, "A-000002-GEN");
        assertThat(posted.event()).extracting(Explanation.Event::no).isEqualTo(2);
        assertThat(posted.agrees()).isTrue();
        assertThat(Explaining.first(desk.session(), run.id(), WAITING, 1))
                .singleElement()
                .extracting(KeptOutcome::code)
                .isEqualTo("A-000001-GEN");
        assertThat(List.of(NOTHING, POSTED))
                .allSatisfy(outcome -> assertThat(Explaining.first(desk.session(), run.id(), outcome, 9))
                        .isEmpty());
    }

    private void assertKept(Run run, String code, AccountOutcome outcome, String reason, String shortBy) {
        Explanation explanation = explaining(job()).explain(run, code);
        assertThat(explanation.event()).isNull();
        assertThat(explanation.kept()).singleElement().satisfies(kept -> {
            assertThat(kept.outcome()).isEqualTo(outcome);
            assertThat(kept.reason()).isEqualTo(reason);
            assertThat(String.valueOf(kept.shortBy())).isEqualTo(shortBy);
        });
        if (outcome == SET_ASIDE) {
            assertThat(explanation.again().lines()).containsExactly(reason);
        }
    }

    @Test
    void an_account_of_another_tier_is_not_of_the_run() {
        EveryOutcome generators = new EveryOutcome(EnumSet.of(Tier.GEN));
        Run run = desk.run(generators, SweepDesk.order(SweepDesk.DAY, false)).run();
        assertThat(run.population()).isEqualTo(2);
        assertThatThrownBy(() -> explaining(generators).explain(run, "A-000001-COM"))
                .hasMessage("A-000001-COM is not among the accounts of run 2 of every-outcome of 2026-01-06: the job is"
                        + " about [GEN], it is a COM");
    }

    @Test
    void an_account_that_the_run_has_not_come_to_was_not_reached() {
        StopSignal stop = new StopSignal();
        stop.request();
        Run run = desk.run(job(), new Sweep.Order(SweepDesk.DAY, false, 1, SweepDesk.owner("test"), stop))
                .run();
        assertThat(explaining(job()).explain(run, "A-000001-GEN").reached()).isFalse();
        Run done = desk.run(job(), SweepDesk.order(SweepDesk.DAY, true)).run();
        assertThat(explaining(job()).explain(done, "A-000001-COM").reached()).isTrue();
        Run again = desk.run(job(), new Sweep.Order(SweepDesk.DAY, true, 1, SweepDesk.owner("test"), stop))
                .run();
        assertThat(again.pass()).isEqualTo(2);
        assertThat(explaining(job()).explain(again, "A-000001-COM").reached()).isFalse();
        assertThat(explaining(job()).explain(again, "A-000001-REV").reached()).isTrue();
    }
}
