package io.alluse.sweep;

import static io.alluse.run.AccountOutcome.NOTHING;
import static io.alluse.run.AccountOutcome.NOT_ELIGIBLE;
import static io.alluse.run.AccountOutcome.POSTED;
import static io.alluse.run.AccountOutcome.REVIEW;
import static io.alluse.run.AccountOutcome.SET_ASIDE;
import static io.alluse.run.AccountOutcome.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.account.PoliciesInForce;
import io.alluse.cli.CapitalizedDatabase;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.PagedHead;
import io.alluse.ledger.Posting;
import io.alluse.money.Money;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.Tier;
import io.alluse.run.Outcome;
import io.alluse.run.Tally;
import io.alluse.text.Json;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts that cannot be processed, in one chunk with 2,000 others: they are set aside and told, and finding them costs little. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadAccountTest {

    private static final int MAINS = 704;
    private static final int ACCOUNTS = 3 * MAINS;

    /** Every 16th main account lives in the same table partition. */
    private static final int IN_ONE_PARTITION = ACCOUNTS / AccountId.PARTITIONS;

    private final CapitalizedDatabase database = CapitalizedDatabase.ofMains(MAINS);
    private final SweepDesk desk = SweepDesk.on(database);

    @AfterAll
    void drop() {
        desk.close();
        database.close();
    }

    private SweepReport run(CentJob job) {
        return desk.run(job, SweepDesk.inChunks(ACCOUNTS));
    }

    private List<String> setAside(SweepReport report) {
        return desk.rows("select a.code || ' ' || o.reason from account_outcome o join account a on a.id = o.account_id"
                + " where o.outcome = 'SET_ASIDE' and o.run_id = "
                + report.run().id() + " order by 1");
    }

    private void assertAllButPosted(SweepReport report, int bad) {
        assertThat(report.run().outcome()).isEqualTo(Outcome.COMPLETED_WITH_SET_ASIDES);
        assertThat(report.run().population()).isEqualTo(ACCOUNTS);
        assertThat(report.tally().counts())
                .containsEntry(POSTED, (long) ACCOUNTS - bad)
                .containsEntry(SET_ASIDE, (long) bad);
        assertThat(report.tally().total()).isEqualTo(ACCOUNTS);
        assertThat(report.tally().moved().of(LedgerAccount.BUFFER)).isEqualTo(CentJob.CENT.times(ACCOUNTS - bad));
    }

    private void assertClean(SweepReport report) {
        assertThat(desk.isClean(Objects.requireNonNull(report.run().digest()))).isTrue();
    }

    /** In the rule, by the rule, in its policy, in its row: each is told by its account. */
    @Test
    void what_is_wrong_with_an_account_is_the_outcome_of_that_account_alone() {
        String cash = " where account_id = (select id from account where code = 'A-000040-REV')";
        desk.tamper(
                override("A-000010-GEN", "tax.short", "a lot"),
                "insert into account_override (subject_id, effective_on, key, value, source)"
                        + " select id, date '2026-01-01', 'no.such.key', '1', 'nobody' from main_account where number = 20",
                "update main_account set policy = 'vanished' where number = 30",
                "update account_head set cash = cash + 0.000000001, buffer = buffer - 0.000000001" + cash);

        SweepReport report = run(CentJob.named("all-wrong").deciding(account -> switch (CentJob.code(account)) {
            case "A-000050-COM" -> throw new ArithmeticException("division by zero");
            case "A-000060-GEN" -> new Decision.SetAside("no price of TSLA");
            default -> CentJob.cent(account);
        }));

        desk.tamper(
                "delete from account_override",
                "update main_account set policy = 'standard' where number = 30",
                "update account_head set cash = cash - 0.000000001, buffer = buffer + 0.000000001" + cash);
        assertAllButPosted(report, 10);
        String policy = " its policy cannot be worked out: ";
        assertThat(setAside(report))
                .satisfiesExactly(
                        said -> assertThat(said)
                                .startsWith("A-000010-GEN" + policy)
                                .contains("tax.short", "a lot"),
                        said -> assertThat(said)
                                .startsWith("A-000020-COM" + policy)
                                .contains("no.such.key"),
                        said -> assertThat(said)
                                .startsWith("A-000020-GEN" + policy)
                                .contains("no.such.key"),
                        said -> assertThat(said)
                                .startsWith("A-000020-REV" + policy)
                                .contains("no.such.key"),
                        said -> assertThat(said)
                                .startsWith("A-000030-COM" + policy)
                                .contains("vanished"),
                        said -> assertThat(said)
                                .startsWith("A-000030-GEN" + policy)
                                .contains("vanished"),
                        said -> assertThat(said)
                                .startsWith("A-000030-REV" + policy)
                                .contains("vanished"),
                        said -> assertThat(said)
                                .startsWith(
                                        "A-000040-REV its row cannot be read: an amount has at most 8 decimals, was "),
                        said -> assertThat(said)
                                .isEqualTo("A-000050-COM the rule fails: ArithmeticException: division by zero"),
                        said -> assertThat(said).isEqualTo("A-000060-GEN no price of TSLA"));
        assertClean(report);
    }

    private static String override(String code, String key, String value) {
        return "insert into account_override (subject_id, effective_on, key, value, source) select id, date '2026-01-01', '"
                + key + "', '" + value + "', 'nobody' from account where code = '" + code + "'";
    }

    /** What the database refuses at the head, at the event or by a trigger, whatever its words are. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
         check        | alter table account_head add constraint planted check (account_id not in (%s)) not valid                       | alter table account_head drop constraint planted | violates check constraint "planted"
         out of range | alter table account_head add constraint planted check (account_id not in (%s) or last_no * 2147483647 > 0) not valid | alter table account_head drop constraint planted | integer out of range
         trigger      | create trigger planted before insert on event for each row when (new.account_id in (%s)) execute function not_today()   | drop trigger planted on event                    | not today
         movement     | create trigger planted before insert on movement for each row when (new.account_id in (%s)) execute function not_today() | drop trigger planted on movement                 | not today
        """)
    void what_the_database_refuses_of_one_account_is_posted_of_all_others(
            String what, String plant, String mend, String reason) {
        desk.tamper("""
                create or replace function not_today() returns trigger language plpgsql as
                'begin raise exception ''not today''; end'""");
        List<String> bad = List.of("A-000001-GEN", "A-000017-REV", "A-000018-COM", "A-000700-GEN", "A-000704-COM");
        desk.tamper(plant.formatted(ids(bad)));

        SweepReport report = run(CentJob.named("refused-" + what.replace(' ', '-')));

        desk.tamper(mend);
        assertAllButPosted(report, bad.size());
        assertThat(setAside(report))
                .zipSatisfy(
                        bad,
                        (said, code) -> assertThat(said)
                                .startsWith(code + " the database refuses it: ")
                                .contains(reason));
        assertClean(report);
    }

    private String ids(List<String> codes) {
        return String.join(
                ", ", desk.rows("select id from account where code in ('" + String.join("', '", codes) + "')"));
    }

    @Test
    void an_account_that_has_had_this_event_is_set_aside() {
        String job = "twice";
        List<AccountId> bad = Stream.of("A-000003-GEN", "A-000004-GEN")
                .map(code -> new AccountId(desk.number("select id from account where code = '" + code + "'")))
                .toList();
        bad.forEach(account -> postEarlier(account, job));

        SweepReport report = run(CentJob.named(job));

        assertAllButPosted(report, 2);
        assertThat(setAside(report)).hasSize(2).allMatch(said -> said.contains("duplicate key value violates unique"));
        assertClean(report);
    }

    private void postEarlier(AccountId account, String rule) {
        Ledger ledger = new Ledger(desk.session());
        desk.session()
                .transaction(() -> ledger.post(
                        new Posting(
                                ledger.locked(account).orElseThrow().chain(),
                                rule,
                                SweepDesk.DAY.toString(),
                                SweepDesk.DAY,
                                SweepDesk.DAY.date(),
                                EventKind.POSTED,
                                PolicyBook.shipped().policy("standard").hash(),
                                Money.ZERO,
                                List.of(),
                                List.of(),
                                null,
                                Json.canonical()),
                        null));
    }

    /**
     * Halving: beyond the chunk itself, k bad ones among n postings to a table partition cost at most n rows per level down to
     * where each is alone with its kind, 2n below it, and two statements per level and bad one.
     */
    @ParameterizedTest(name = "{0}: {1} bad ones")
    @CsvSource(delimiter = '|', textBlock = """
         one              | 1   | 1
         one per partition | 16  | 16
         many in one      | 8   | 1
         all of one       | 132 | 1
        """)
    void finding_the_bad_ones_is_cheap(String what, int bad, int partitions) {
        List<String> codes = IntStream.range(0, bad)
                .mapToObj(i -> partitions == 1 ? code(16 * (1 + i / 3), i % 3) : code(100 + i, i % 3))
                .toList();
        count("tried_rows", "row");
        count("tried_statements", "statement");
        desk.tamper("alter table account_head add constraint planted check (account_id not in (" + ids(codes)
                + ")) not valid");

        SweepReport report = run(CentJob.named("cost-" + what.replace(' ', '-')));

        long rows = desk.number("select last_value from tried_rows");
        long statements = desk.number("select last_value from tried_statements");
        desk.tamper(
                "alter table account_head drop constraint planted",
                "drop function tried_rows cascade",
                "drop function tried_statements cascade",
                "drop sequence tried_rows",
                "drop sequence tried_statements");
        assertAllButPosted(report, bad);
        int badPerPartition = bad / partitions;
        // with one bad one per partition: two chunks on top
        assertThat(rows)
                .isBetween(
                        (long) ACCOUNTS - bad,
                        ACCOUNTS + (long) partitions * IN_ONE_PARTITION * (2 + log2(badPerPartition)));
        assertThat(statements)
                .isBetween(
                        (long) AccountId.PARTITIONS,
                        AccountId.PARTITIONS + 2L * bad * (1 + log2(IN_ONE_PARTITION / badPerPartition)));
        assertClean(report);
    }

    private static String code(int main, int tier) {
        return "A-%06d-%s".formatted(main, Tier.values()[tier]);
    }

    /** A sequence counts what is taken back, too. Each table partition tells of the statements that name it. */
    private void count(String what, String each) {
        desk.tamper("create sequence " + what, """
                create function %1$s() returns trigger language plpgsql security definer as
                'begin perform nextval(''%1$s''); return new; end'""".formatted(what));
        for (int partition = 0; partition < AccountId.PARTITIONS; partition++) {
            desk.tamper(
                    "create trigger %1$s before update on account_head_p%2$02d for each %3$s execute function %1$s()"
                            .formatted(what, partition, each));
        }
    }

    private static int log2(int number) {
        return number <= 1 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(number - 1);
    }

    @Test
    void a_policy_that_cannot_be_worked_out_is_found_in_few_reads() {
        desk.tamper(override("A-000333-GEN", "tax.short", "a lot"));
        PoliciesInForce policies = new PoliciesInForce(desk.session(), PolicyBook.shipped());
        AtomicInteger reads = new AtomicInteger();
        Deciding<String> deciding = new Deciding<>(
                CentJob.named("unused"),
                ids -> {
                    reads.incrementAndGet();
                    return policies.of(ids, SweepDesk.DAY.date());
                },
                SweepDesk.DAY);
        List<PagedHead> page = new Ledger(desk.session())
                .page(-1, Long.MAX_VALUE, Long.MAX_VALUE, EnumSet.allOf(Tier.class), ACCOUNTS);

        List<Decided> decided = deciding.decide(page);

        desk.tamper("delete from account_override");
        assertThat(decided)
                .hasSize(ACCOUNTS)
                .filteredOn(one -> one.decision() instanceof Decision.SetAside)
                .hasSize(1);
        assertThat(reads.get()).isLessThanOrEqualTo(1 + 2 * log2(ACCOUNTS));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatever_the_rule_decides_the_outcomes_add_up(long seed) {
        Map<String, Integer> kinds = kinds(seed);
        SweepReport report = desk.run(
                CentJob.named("mixed-" + seed).deciding(account -> decision(kinds, account)), SweepDesk.inChunks(250));

        Tally tally = report.tally();
        List<Long> wanted = IntStream.range(0, 7)
                .mapToObj(kind ->
                        kinds.values().stream().filter(one -> one == kind).count())
                .toList();
        assertThat(List.of(
                        tally.of(POSTED),
                        tally.of(NOTHING),
                        tally.of(WAITING),
                        tally.of(REVIEW),
                        tally.of(NOT_ELIGIBLE)))
                .containsExactly(wanted.get(0), wanted.get(1), wanted.get(2), wanted.get(3), wanted.get(4));
        assertThat(tally.of(SET_ASIDE)).isEqualTo(wanted.get(5) + wanted.get(6));
        assertThat(tally.total()).isEqualTo(ACCOUNTS);
        assertThat(tally.reasons())
                .containsOnly(
                        Map.entry("nothing: all is well", wanted.get(1)),
                        Map.entry("not eligible: ERROR", wanted.get(4)));
        assertThat(keptCodes(report)).isEqualTo(codesOf(kinds, Set.of(2, 3, 5, 6)));
        assertClean(report);
    }

    private Map<String, Integer> kinds(long seed) {
        Random random = new Random(seed);
        return desk.rows("select code from account order by code").stream()
                .collect(Collectors.toMap(code -> code, code -> random.nextInt(7)));
    }

    private static Decision decision(Map<String, Integer> kinds, AccountView account) {
        return switch (Objects.requireNonNull(kinds.get(CentJob.code(account)))) {
            case 0 -> CentJob.cent(account);
            case 1 -> new Decision.Nothing("all is well");
            case 2 -> new Decision.Wait("a cent is missing", CentJob.CENT);
            case 3 -> new Decision.Review("a person decides");
            case 4 -> new Decision.NotEligible(AccountState.ERROR);
            case 5 -> new Decision.SetAside("by decision");
            default -> throw new IllegalStateException("by exception");
        };
    }

    private Set<String> keptCodes(SweepReport report) {
        return new HashSet<>(desk.rows("select a.code from account_outcome o join account a on a.id = o.account_id"
                + " where o.run_id = " + report.run().id()));
    }

    private static Set<String> codesOf(Map<String, Integer> kinds, Set<Integer> wanted) {
        return kinds.entrySet().stream()
                .filter(entry -> wanted.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
