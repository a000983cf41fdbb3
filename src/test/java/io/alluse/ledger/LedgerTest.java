package io.alluse.ledger;

import static io.alluse.ledger.LedgerAccount.BUFFER;
import static io.alluse.ledger.LedgerAccount.CASH;
import static io.alluse.ledger.LedgerAccount.PREMIUM;
import static io.alluse.ledger.Postings.move;
import static io.alluse.ledger.Postings.posting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.account.AccountState;
import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.PostingResult.AlreadyPosted;
import io.alluse.ledger.PostingResult.Conflict;
import io.alluse.ledger.PostingResult.Posted;
import io.alluse.money.Money;
import io.alluse.text.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {

    private static LedgerFixture fixture;

    @BeforeAll
    static void create() {
        fixture = LedgerFixture.ofMains(17);
    }

    @AfterAll
    static void drop() {
        fixture.close();
    }

    private static List<@Nullable String> rows(String sql, String code) {
        return fixture.session()
                .client()
                .sql(sql)
                .param("account", fixture.id(code).value())
                .query(String.class)
                .list();
    }

    private static long events() {
        return fixture.session()
                .client()
                .sql(
                        "select (select count(*) from event) + (select count(*) from movement) + (select count(*) from announcement)")
                .query(Long.class)
                .single();
    }

    @Test
    void a_posting_moves_money_and_the_head() {
        PostingResult result = fixture.post(
                "A-000001-GEN",
                after -> posting(
                        after, "p", "0", AccountState.ACTIVE, move(PREMIUM, CASH, "2000.5"), move(CASH, BUFFER, "70")));
        AccountHead head = fixture.head("A-000001-GEN");
        assertThat(result).isEqualTo(new Posted(head.chain()));
        assertThat(head.chain().lastNo()).isEqualTo(2);
        assertThat(head.state()).isEqualTo(AccountState.ACTIVE);
        assertThat(head.base()).isEqualTo(Money.of("100000"));
        assertThat(head.surplus()).isEqualTo(Money.of("2000.50"));
        assertThat(head.balances())
                .hasToString("Balances[CASH=96930.50 BUFFER=5070.00 CAPITAL=-100000.00 PREMIUM=-2000.50]");
    }

    @Test
    void posted_again_it_is_already_posted_wherever_the_chain_is_by_then() {
        fixture.post("A-000001-REV", after -> posting(after, "once", move(PREMIUM, CASH, "1.50")));
        fixture.post("A-000001-REV", after -> posting(after, "later", move(PREMIUM, CASH, "2")));
        long before = events();
        assertThat(fixture.post("A-000001-REV", after -> posting(after, "once", move(PREMIUM, CASH, "1.5"))))
                .isEqualTo(new AlreadyPosted(2));
        assertThat(events()).isEqualTo(before);
        assertThat(fixture.head("A-000001-REV").chain().lastNo()).isEqualTo(3);
    }

    @Test
    void with_other_content_it_is_a_conflict_and_nothing_is_written() {
        fixture.post("A-000001-COM", after -> posting(after, "once", move(PREMIUM, CASH, "1")));
        AccountHead before = fixture.head("A-000001-COM");
        long eventsBefore = events();
        assertThat(fixture.post("A-000001-COM", after -> posting(after, "once", move(PREMIUM, CASH, "1.01"))))
                .isEqualTo(new Conflict(2));
        assertThat(fixture.post(
                        "A-000001-COM",
                        after -> posting(after, "once", "0", AccountState.ACTIVE, move(PREMIUM, CASH, "1"))))
                .isEqualTo(new Conflict(2));
        assertThat(fixture.head("A-000001-COM")).isEqualTo(before);
        assertThat(events()).isEqualTo(eventsBefore);
    }

    @Test
    void a_posting_to_where_the_chain_no_longer_ends_is_refused_and_nothing_is_written() {
        ChainHead stale = fixture.head("A-000002-GEN").chain();
        fixture.post("A-000002-GEN", after -> posting(after, "first", move(PREMIUM, CASH, "1")));
        ChainHead forged = new ChainHead(stale.account(), stale.code(), 2, EventHash.NONE);
        long before = events();
        for (ChainHead wrong : List.of(stale, forged)) {
            assertThatThrownBy(() -> fixture.session()
                            .transaction(() ->
                                    fixture.ledger().post(posting(wrong, "second", move(PREMIUM, CASH, "1")), null)))
                    .hasMessage("only 0 of 1 chains end where their postings say");
        }
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void postings_to_one_account_in_one_append_are_chained_and_move_its_head_once() {
        ChainHead head = fixture.head("A-000002-REV").chain();
        ChainHead other = fixture.head("A-000002-COM").chain();
        append(
                posting(head, "first", "-1000", AccountState.ACTIVE, move(PREMIUM, CASH, "1")),
                posting(head, "second", "10", null, move(PREMIUM, CASH, "2"), move(CASH, BUFFER, "0.5")),
                posting(other, "first", move(PREMIUM, CASH, "4")));
        AccountHead after = fixture.head("A-000002-REV");
        assertThat(after.chain().lastNo()).isEqualTo(head.lastNo() + 2);
        assertThat(after.state()).isEqualTo(AccountState.ACTIVE);
        assertThat(after.base()).isEqualTo(Money.of("149010"));
        assertThat(after.balances().natural(PREMIUM)).isEqualTo(Money.of("3"));
        assertThat(rows("select short::text from year_result where account_id = :account", "A-000002-REV"))
                .containsExactly("3.00");
        assertThat(fixture.verify().isClean()).isTrue();
    }

    @Test
    void postings_to_one_account_that_do_not_stand_together_are_refused() {
        ChainHead head = fixture.head("A-000006-REV").chain();
        ChainHead other = fixture.head("A-000006-COM").chain();
        assertThatThrownBy(() -> append(
                        posting(head, "first", move(PREMIUM, CASH, "1")),
                        posting(other, "between", move(PREMIUM, CASH, "2")),
                        posting(head, "second", move(PREMIUM, CASH, "2"))))
                .hasMessage("only 2 of 3 chains end where their postings say");
        assertThat(fixture.head("A-000006-REV").chain()).isEqualTo(head);
    }

    private static void append(Posting... postings) {
        int partition = postings[0].after().account().partition();
        fixture.session().transaction(() -> fixture.ledger().append(partition, List.of(postings), null));
    }

    @Test
    void an_account_opens_once() {
        Posting again =
                posting(ChainHead.start(fixture.id("A-000002-COM"), "A-000002-COM"), "opening", "1", AccountState.SAFE);
        assertThatThrownBy(() -> fixture.session()
                        .transaction(() ->
                                fixture.ledger().open(again.after().account().partition(), List.of(again), null)))
                .rootCause()
                .hasMessageContaining("duplicate key");
    }

    @Test
    void a_base_never_falls_below_zero() {
        assertThatThrownBy(() -> fixture.post("A-000003-GEN", after -> posting(after, "cut", "-100000.01", null)))
                .rootCause()
                .hasMessageContaining("base");
        fixture.post("A-000003-GEN", after -> posting(after, "cut", "-100000", null));
        assertThat(fixture.head("A-000003-GEN").base()).isEqualTo(Money.ZERO);
    }

    @Test
    void fractions_of_a_cent_are_kept_to_the_eighth_decimal() {
        fixture.post("A-000003-REV", after -> posting(after, "tiny", move(PREMIUM, CASH, "0.00000001")));
        assertThat(fixture.head("A-000003-REV").balances().natural(PREMIUM)).isEqualTo(Money.of("0.00000001"));
        assertThat(rows(
                        "select amount::text from movement where account_id = :account and event_no = 2",
                        "A-000003-REV"))
                .containsExactly("0.00000001");
    }

    @Test
    void announcements_are_numbered_rows_beside_their_event() {
        fixture.post(
                "A-000003-COM",
                after -> announcing(
                        after,
                        new Announcement.Cash(Announcement.Direction.OUT, Money.of("26000"), Postings.DAY),
                        new Announcement.Instrument(
                                Announcement.Direction.IN, "NVDA", new BigDecimal("12.5"), Postings.DAY.plusDays(1))));
        assertThat(rows("""
                        select concat_ws(' ', event_no, seq, direction, amount, instrument, quantity, dated, state)
                        from announcement where account_id = :account order by event_no, seq""", "A-000003-COM"))
                .containsExactly(
                        "1 1 in 250000.00 2026-01-05 open",
                        "2 1 out 26000.00 2026-01-09 open",
                        "2 2 in NVDA 12.5 2026-01-10 open");
    }

    private static Posting announcing(ChainHead after, Announcement... announcements) {
        return new Posting(
                after,
                "test",
                "announced",
                BusinessDay.of(Postings.DAY),
                LocalDate.of(2026, 1, 8),
                EventKind.POSTED,
                Postings.POLICY,
                Money.ZERO,
                List.of(),
                List.of(announcements),
                null,
                Json.canonical());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two\nlines", "tab\t", "bell\u0007"})
    void what_would_not_be_one_line_is_no_ref(String ref) {
        ChainHead head = fixture.head("A-000004-GEN").chain();
        assertThatThrownBy(() -> posting(head, ref)).hasMessageContaining("ref must be plain text");
    }

    @Test
    void two_threads_post_to_one_account_without_a_gap() throws Exception {
        int each = 40;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> both =
                    List.of(threads.submit(() -> postAll("a", each)), threads.submit(() -> postAll("b", each)));
            for (Future<?> one : both) {
                one.get();
            }
        }
        assertThat(rows("""
                        select count(*) || ' ' || max(no) || ' ' || count(distinct ref)
                        from event where account_id = :account""", "A-000005-GEN")).containsExactly("81 81 81");
        assertThat(fixture.head("A-000005-GEN").balances().natural(PREMIUM)).isEqualTo(Money.of("80"));
        assertThat(fixture.verify().first()).isEmpty();
    }

    private static @Nullable Object postAll(String thread, int count) {
        for (int i = 0; i < count; i++) {
            String ref = thread + i;
            fixture.post("A-000005-GEN", after -> posting(after, ref, move(PREMIUM, CASH, "1")));
        }
        return null;
    }
}
