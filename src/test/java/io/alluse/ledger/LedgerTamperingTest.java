package io.alluse.ledger;

import static io.alluse.ledger.LedgerAccount.BUFFER;
import static io.alluse.ledger.LedgerAccount.CASH;
import static io.alluse.ledger.LedgerAccount.PREMIUM;
import static io.alluse.ledger.Postings.move;
import static io.alluse.ledger.Postings.posting;
import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountState;
import io.alluse.ledger.LedgerVerification.Scope;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody who stops at nothing, with all rights and all triggers off, leaves behind. */
class LedgerTamperingTest {

    private static final String GEN = "A-000001-GEN";
    private static final String REV = "A-000001-REV";
    private static final String COM = "A-000001-COM";
    private static final List<String> TABLES =
            List.of("run", "main_account", "account", "account_head", "year_result", "event", "movement");
    private static LedgerFixture fixture;
    private static RunDigest lastRun;

    /** GEN: opened, posted, transferred, activated, posted by a run; REV: opened, received; COM: opened, settled. */
    @BeforeAll
    static void create() {
        fixture = LedgerFixture.ofMains(2);
        fixture.post(GEN, after -> posting(after, "p", move(PREMIUM, CASH, "2000"), move(CASH, BUFFER, "100")));
        fixture.transfer(GEN, REV, "1000", "T-1");
        fixture.post(GEN, after -> posting(after, "active", "0", AccountState.ACTIVE));
        fixture.post(COM, after -> Postings.settled(after, "night"));
        lastRun = fixture.run(GEN, after -> posting(after, "run", move(PREMIUM, CASH, "7")));
        tamper("""
                create function id(text) returns bigint stable return (select id from account where code = $1);
                create function gen() returns bigint stable return id('A-000001-GEN');
                create function rev() returns bigint stable return id('A-000001-REV');
                create function com() returns bigint stable return id('A-000001-COM');
                alter table event disable trigger user;
                alter table movement disable trigger user;
                create schema kept""");
        tamper(of("create table kept.%1$s as table %1$s;"));
    }

    @AfterAll
    static void drop() {
        fixture.close();
    }

    @AfterEach
    void restored() {
        tamper(of("delete from %1$s;") + of("insert into %1$s overriding system value table kept.%1$s;"));
    }

    private static String of(String statement) {
        return TABLES.stream().map(statement::formatted).collect(Collectors.joining("\n"));
    }

    /** As a superuser whom no trigger stops: the fixture has disabled those that are always on. */
    private static void tamper(String sql) {
        JdbcClient.create(fixture.test().superuser())
                .sql("set session_replication_role = replica; " + sql)
                .update();
    }

    private static VerifyReport verify(LedgerFixture fixture, Scope scope) {
        return new LedgerVerification(fixture.test().program()).verify(scope, done -> {});
    }

    private static List<String> found(VerifyReport report) {
        return report.first().stream()
                .map(finding -> finding.where() + ": " + finding.what())
                .toList();
    }

    private static List<String> found(String tampering, @Nullable RunDigest anchor) {
        tamper(tampering);
        return found(verify(fixture, new Scope(null, anchor)));
    }

    @Test
    void left_alone_it_is_clean() {
        VerifyReport report = verify(fixture, new Scope(null, lastRun));
        assertThat(report.first()).isEmpty();
        assertThat(report.isClean()).isTrue();
        assertThat(List.of(report.accounts(), report.events(), report.movements()))
                .containsExactly(6L, 12L, 17L);
        assertThat(report.base()).hasToString("1000000.00");
        assertThat(report.balances())
                .hasToString("Balances[CASH=951907.00 BUFFER=50100.00 CAPITAL=-1000000.00 PREMIUM=-2007.00]");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
             update movement set amount = 2000.01 where account_id = gen() and event_no = 2 and seq = 1      | A-000001-GEN event 2: hash
             update movement set amount = 2000.123456789 where account_id = gen() and event_no = 2 and seq = 1 | A-000001-GEN event 2: content
             update movement set from_account = 'DIVIDENDS' where account_id = gen() and event_no = 2 and seq = 1 | A-000001-GEN event 2: hash
             update movement set from_account = 'GOLD' where account_id = gen() and event_no = 2 and seq = 1 | A-000001-GEN event 2: content
             update movement set effective_date = '2025-12-31' where account_id = gen() and event_no = 2     | A-000001-GEN event 2: hash
             update movement set line_id = 'line 1' where account_id = gen() and event_no = 2 and seq = 1    | A-000001-GEN event 2: hash
             update movement set transfer_id = 'T-2' where account_id = gen() and event_no = 3               | A-000001-GEN event 3: hash
             update movement set transfer_id = null where account_id = gen() and event_no = 3                | A-000001-GEN event 3: content
             update movement set seq = 3 - seq + 10 where account_id = gen() and event_no = 2                | A-000001-GEN event 2: number of a movement
             update movement set seq = 7 where account_id = gen() and event_no = 2 and seq = 2               | A-000001-GEN event 2: number of a movement
             update movement set event_no = 3, seq = 2 where account_id = gen() and event_no = 2 and seq = 2 | A-000001-GEN event 2: hash
             update movement set account_id = com() where account_id = gen() and event_no = 2                | A-000001-GEN event 2: hash
             delete from movement where account_id = gen() and event_no = 2 and seq = 2                      | A-000001-GEN event 2: hash
             insert into movement select account_id, 4, 1, 'PREMIUM', 'CASH', 1, effective_date from movement where account_id = gen() and event_no = 3 | A-000001-GEN event 4: hash
             insert into movement select account_id, 9, 1, 'PREMIUM', 'CASH', 1, effective_date from movement where account_id = gen() and event_no = 3 | A-000001-GEN event 9: movement 1
             update event set hash = sha256('x') where account_id = gen() and no = 2                         | A-000001-GEN event 2: hash
             update event set hash = 'x' where account_id = gen() and no = 2                                 | A-000001-GEN event 2: hash
             update event set prev_hash = sha256('x') where account_id = gen() and no = 3                    | A-000001-GEN event 3: previous hash
             update event set prev_hash = 'x' where account_id = gen() and no = 3                            | A-000001-GEN event 3: previous hash
             update event set detail = '{}' where account_id = gen() and no = 2                              | A-000001-GEN event 2: hash
             update event set detail = '{"note": "p"}' where account_id = gen() and no = 2                   | A-000001-GEN event 2: hash
             update event set state = 'SAFE' where account_id = gen() and no = 4                             | A-000001-GEN event 4: hash
             update event set state = 'RICH' where account_id = gen() and no = 4                             | A-000001-GEN event 4: content
             update event set base_change = -999 where account_id = gen() and no = 3                         | A-000001-GEN event 3: hash
             update event set base_change = 'NaN' where account_id = gen() and no = 3                        | A-000001-GEN event 3: content
             update event set policy_hash = sha256('x') where account_id = gen() and no = 2                  | A-000001-GEN event 2: hash
             update event set policy_hash = 'x' where account_id = gen() and no = 2                          | A-000001-GEN event 2: content
             update event set business_date = '2026-01-08' where account_id = gen() and no = 2               | A-000001-GEN event 2: hash
             update event set effective_date = '2026-01-08' where account_id = gen() and no = 2              | A-000001-GEN event 2: hash
             update event set business_date = 'infinity' where account_id = gen() and no = 2                 | A-000001-GEN event 2: hash
             update event set rule = 'weekly' where account_id = gen() and no = 2                            | A-000001-GEN event 2: hash
             update event set ref = 'q' where account_id = gen() and no = 2                                  | A-000001-GEN event 2: hash
             update event set kind = 'REVERSED' where account_id = gen() and no = 2                          | A-000001-GEN event 2: hash
             update event set no = 6 where account_id = gen() and no = 5                                     | A-000001-GEN event 5: movement 1
             update event set account_id = com(), no = 3 where account_id = gen() and no = 5                 | A-000001-GEN event 5: movement 1
             insert into event select account_id, 6, rule, 'new', business_date, effective_date, kind, policy_hash, 0, null, detail, hash, sha256('x') from event where account_id = gen() and no = 5 | A-000001-GEN event 6: hash
             delete from event where account_id = gen() and no = 4                                           | A-000001-GEN event 4: number
             delete from event where account_id = gen() and no = 2                                           | A-000001-GEN event 2: movement 1
             delete from event where account_id = gen() and no = 2; delete from movement where account_id = gen() and event_no = 2 | A-000001-GEN event 2: number
             delete from event where account_id = gen() and no = 1; delete from movement where account_id = gen() and event_no = 1 | A-000001-GEN event 1: number
             delete from event where account_id = gen() and no = 5; delete from movement where account_id = gen() and event_no = 5 | A-000001-GEN: last number of the head
             update account_head set cash = cash + 1, buffer = buffer - 1 where account_id = gen()           | A-000001-GEN: CASH of the head
             update account_head set transfers = transfers + 1, capital = capital - 1 where account_id = gen() | A-000001-GEN: CAPITAL of the head
             update account_head set base = base + 0.01 where account_id = gen()                             | A-000001-GEN: base of the head
             update account_head set base = 'NaN' where account_id = gen()                                   | A-000001-GEN: base of the head
             update account_head set state = 'SUSPENDED' where account_id = gen()                            | A-000001-GEN: state of the head
             update account_head set last_no = 6 where account_id = gen()                                    | A-000001-GEN: last number of the head
             update account_head set last_hash = sha256('x') where account_id = gen()                        | A-000001-GEN: last hash of the head
             delete from account_head where account_id = gen()                                               | A-000001-GEN: head
             insert into account_head (account_id, state, last_no, last_hash, base) values (com() + 1, 'ACTIVE', 1, sha256('x'), 0) | account 4 of main account 1: account
             delete from account where id = gen()                                                            | account 1 of main account 1: account
             insert into account values (com() + 1, 'A-000001-GEN-1', 'GEN', gen(), 1, '2026-01-05')         | A-000001-GEN-1: head
             insert into account values (com() + 5, 'A-000001-GEN-1', 'GEN', gen(), 1, '2026-01-05')         | A-000001: account number 4
             update account set code = 'A-000001-XXX' where id = gen()                                       | A-000001-XXX event 1: hash
             update account set code = 'B-000001-GEN' where id = gen()                                       | B-000001-GEN: code
             update main_account set code = 'A-000009' where code = 'A-000001'                               | A-000001-GEN: code
             delete from main_account where code = 'A-000001'                                                | A-000001-GEN: main account
             delete from movement where account_id = rev() and event_no = 2                                  | A-000001-REV event 2: hash
             delete from movement where account_id = com(); delete from event where account_id = com()       | A-000001-COM: last number of the head
             delete from movement where account_id = gen(); delete from event where account_id = gen(); delete from year_result where account_id = gen(); delete from account_head where account_id = gen(); delete from account where id = gen() | A-000001: account number 1
             delete from movement where account_id = com(); delete from event where account_id = com(); delete from account_head where account_id = com(); delete from account where id = com() | A-000001: account number 3
            """)
    void the_first_finding_says_where(String tampering, String where) {
        assertThat(found(tampering, null)).first().isEqualTo(where);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
             delete from year_result where account_id = gen()                       | A-000001-GEN: result of 2026: expected short 2007.00, long 0.00, dividends 0.00, found none
             insert into year_result values (gen(), 2025, 0, 0, 0)                  | A-000001-GEN: result of 2025: expected none, found short 0.00, long 0.00, dividends 0.00
             insert into year_result values (rev(), 2026, 1, 0, 0)                  | A-000001-REV: result of 2026: expected none, found short 1.00, long 0.00, dividends 0.00
             update year_result set short = short - 0.01                            | A-000001-GEN: result of 2026: expected short 2007.00, long 0.00, dividends 0.00, found short 2006.99, long 0.00, dividends 0.00
             update year_result set long = 'NaN'                                    | A-000001-GEN: result of 2026: expected short 2007.00, long 0.00, dividends 0.00, found short 2007.00, long NaN, dividends 0.00
             update year_result set dividends = 0.000000001                         | A-000001-GEN: result of 2026: expected short 2007.00, long 0.00, dividends 0.00, found short 2007.00, long 0.00, dividends 0.000000001
             update year_result set year = 2025                                     | A-000001-GEN: result of 2025: expected none, found short 2007.00, long 0.00, dividends 0.00
             update year_result set account_id = rev()                              | A-000001-GEN: result of 2026: expected short 2007.00, long 0.00, dividends 0.00, found none
             insert into year_result values (com() + 1, 2026, 1, 1, 1)              | account 4 of main account 1: account: expected a code, found none
             update account_head set settled_no = 5 where account_id = gen()        | A-000001-GEN: settled number of the head: expected 0, found 5
             update account_head set settled_no = 0 where account_id = com()        | A-000001-COM: settled number of the head: expected 2, found 0
             update account_head set settled_policy = 1 where account_id = gen()    | A-000001-GEN: settled policy of the head: expected 0000000000000000, found 0000000000000001
             update account_head set settled_policy = -1 where account_id = com()   | A-000001-COM: settled policy of the head: expected abababababababab, found ffffffffffffffff
            """)
    void what_is_derived_is_compared_with_the_replay(String tampering, String finding) {
        tamper(tampering);
        assertThat(verify(fixture, Scope.ALL).first()).first().hasToString(finding);
    }

    @Test
    void an_event_that_was_made_to_settle_is_found() {
        assertThat(found("update event set kind = 'SETTLED' where account_id = gen() and no = 5", null))
                .containsExactly(
                        "A-000001-GEN event 5: hash",
                        "A-000001-GEN: settled number of the head",
                        "A-000001-GEN: settled policy of the head");
    }

    @Test
    void two_movements_that_have_changed_places_are_found() {
        assertThat(found("""
                        update movement set seq = 3 where account_id = gen() and event_no = 2 and seq = 1;
                        update movement set seq = 1 where account_id = gen() and event_no = 2 and seq = 2;
                        update movement set seq = 2 where account_id = gen() and event_no = 2 and seq = 3""", null)).containsExactly("A-000001-GEN event 2: hash");
    }

    @Test
    void a_movement_hidden_in_the_text_of_another_is_found() {
        assertThat(found("""
                        delete from movement where account_id = gen() and event_no = 2 and seq = 2;
                        update movement set line_id = E'\\nmove=CASH>BUFFER|100|2026-01-09||'
                        where account_id = gen() and event_no = 2""", null)).first().isEqualTo("A-000001-GEN event 2: content");
    }

    /** Forged so well that its own account is clean: the hashes are recomputed by the program itself. */
    @Test
    void a_transfer_that_only_one_side_has_is_found() {
        try (LedgerFixture forged = LedgerFixture.ofMains(1)) {
            forged.post(GEN, after -> posting(after, "t", Postings.paid("26000", "T-9")));
            forged.post(REV, after -> posting(after, "a", Postings.paid("5", "T-8")));
            forged.post(GEN, after -> posting(after, "b", Postings.received("4", "T-8")));
            forged.transfer(REV, GEN, "1", "T-7");
            assertThat(forged.verify().first().stream().map(Finding::toString))
                    .containsExactly(
                            "A-000001-GEN: transfer T-8: expected paid once by one account and received once by another,"
                                    + " found paid 5.00 in 1, received 4.00 in 1",
                            "A-000001-GEN: transfer T-9: expected paid once by one account and received once by another,"
                                    + " found paid 26000.00 in 1, received 0 in 0",
                            "ledger: sum of TRANSFERS: expected 0.00, found 26001.00",
                            "ledger: net worth at cost: expected 500000.00, found 473999.00");
            assertThat(verify(forged, new Scope(forged.id(GEN), null)).isClean())
                    .as("one account alone is in order")
                    .isTrue();
        }
    }

    private static final String ROLL_BACK = """
            delete from event where account_id = gen() and no = 5;
            delete from movement where account_id = gen() and event_no = 5;
            update account_head set last_no = 4, last_hash = (select hash from event where account_id = gen() and no = 4),
                cash = cash - 7, premium = premium + 7
            where account_id = gen();
            update year_result set short = short - 7 where account_id = gen()""";
    private static final String REMOVE_MAIN = """
            delete from movement using main_account m where account_id & ~65535::bigint = m.id and m.code = 'A-000002';
            delete from event using main_account m where account_id & ~65535::bigint = m.id and m.code = 'A-000002';
            delete from account_head using main_account m where account_id & ~65535::bigint = m.id and m.code = 'A-000002';
            delete from account using main_account m where account.id & ~65535::bigint = m.id and m.code = 'A-000002';
            delete from main_account where code = 'A-000002'""";

    @Test
    void the_last_event_and_the_head_rolled_back_together_are_found_by_an_anchor_only() {
        tamper(ROLL_BACK);
        assertThat(found(verify(fixture, Scope.ALL))).isEmpty();
        assertThat(found(verify(fixture, new Scope(null, lastRun)))).containsExactly("ledger: anchor of run 2");
        RunDigest opening = RunDigest.parse(fixture.openingDigest());
        assertThat(found(verify(fixture, new Scope(null, opening)))).isEmpty();
    }

    @Test
    void a_main_account_gone_without_a_trace_is_found_by_an_anchor_only() {
        assertThat(found(REMOVE_MAIN, null)).isEmpty();
        assertThat(found(REMOVE_MAIN, RunDigest.parse(fixture.openingDigest())))
                .containsExactly("ledger: anchor of run 1");
    }

    @Test
    void an_event_that_was_given_to_another_run_is_found_by_an_anchor_only() {
        String tampering = "update event set run_id = 1 where account_id = gen() and no = 5";
        assertThat(found(tampering, null)).isEmpty();
        assertThat(found(tampering, lastRun)).containsExactly("ledger: anchor of run 2");
    }

    @Test
    void a_run_that_is_gone_is_a_finding() {
        assertThat(found("update run set digest = null where id = 2", lastRun)).containsExactly("ledger: anchor");
    }

    @Test
    void a_ledger_in_ruins_is_counted_and_the_first_twenty_are_kept() {
        tamper(
                "update account_head set last_no = 9, cash = cash + 1, buffer = buffer - 1, base = base + 1, state = 'ERROR'");
        VerifyReport report = verify(fixture, Scope.ALL);
        assertThat(report.findings()).isEqualTo(6 * 5 + 1);
        assertThat(report.first()).hasSize(Findings.MOST_KEPT);
        assertThat(found(report))
                .startsWith("A-000001-GEN: last number of the head")
                .last()
                .isEqualTo("A-000002-GEN: BUFFER of the head");
    }

    @Test
    void one_account_is_verified_alone() {
        tamper("update movement set amount = 1 where account_id = gen() and event_no = 2 and seq = 1");
        VerifyReport report = verify(fixture, new Scope(fixture.id(GEN), null));
        assertThat(found(report)).first().isEqualTo("A-000001-GEN event 2: hash");
        assertThat(List.of(report.accounts(), report.events())).containsExactly(1L, 5L);
        assertThat(verify(fixture, new Scope(fixture.id(REV), null)).first()).isEmpty();
    }

    /** Its history is looked up by number: neither what is behind the last one nor what is behind a gap escapes that. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
             insert into event select account_id, 6, rule, 'new', business_date, effective_date, kind, policy_hash, 0, null, detail, hash, sha256('x') from event where account_id = gen() and no = 5 | A-000001-GEN event 6: hash
             insert into movement select account_id, 9, 1, 'PREMIUM', 'CASH', 1, effective_date from movement where account_id = gen() and event_no = 3 | A-000001-GEN event 9: movement 1
             delete from event where account_id = gen() and no = 4     | A-000001-GEN event 4: number
             delete from account_head where account_id = gen()         | A-000001-GEN: head
             delete from year_result where account_id = gen()          | A-000001-GEN: result of 2026
             delete from event where account_id = gen(); delete from movement where account_id = gen() | A-000001-GEN: last number of the head
            """)
    void one_account_verified_alone_hides_nothing(String tampering, String where) {
        tamper(tampering);
        VerifyReport report = verify(fixture, new Scope(fixture.id(GEN), null));
        assertThat(found(report)).first().isEqualTo(where);
    }

    @Test
    void what_is_posted_meanwhile_is_not_looked_at() {
        try (LedgerFixture busy = LedgerFixture.ofMains(1)) {
            LedgerVerification verification = new LedgerVerification(busy.test().program());
            VerifyReport report = verification.verify(
                    Scope.ALL,
                    done -> busy.post(REV, after -> posting(after, "meanwhile " + done, move(PREMIUM, CASH, "1"))));
            assertThat(report.first()).isEmpty();
            assertThat(report.events()).isEqualTo(3);
            assertThat(busy.verify().events()).isEqualTo(3 + 16);
        }
    }
}
