package io.alluse.ledger;

import static io.alluse.ledger.LedgerAccount.CASH;
import static io.alluse.ledger.LedgerAccount.PREMIUM;
import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountId;
import io.alluse.policy.PolicyHash;
import io.alluse.policy.Tier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Main accounts 1 to 18: two of them in partitions 1 and 2, one in each other one. */
class LedgerPageTest {

    private static final Set<Tier> ALL = EnumSet.allOf(Tier.class);
    private static final long END = AccountId.firstOf(AccountId.PARTITIONS) - 1;
    private static LedgerFixture fixture;

    @BeforeAll
    static void create() {
        fixture = LedgerFixture.ofMains(18);
    }

    @AfterAll
    static void drop() {
        fixture.close();
    }

    private static List<PagedHead> page(long after, long upTo, Set<Tier> tiers, int limit) {
        return fixture.ledger().page(after, upTo, Long.MAX_VALUE, tiers, limit);
    }

    private static List<String> codes(List<PagedHead> page) {
        return page.stream()
                .map(paged -> Objects.requireNonNull(paged.head()).chain().code())
                .toList();
    }

    @Test
    void a_page_holds_the_heads_after_one_id_up_to_another() {
        List<PagedHead> page = page(AccountId.firstOf(1), AccountId.firstOf(2) - 1, ALL, 100);
        assertThat(codes(page))
                .containsExactly(
                        "A-000001-GEN", "A-000001-REV", "A-000001-COM", "A-000017-GEN", "A-000017-REV", "A-000017-COM");
        assertThat(page.stream().map(PagedHead::head))
                .isEqualTo(
                        fixture.ledger().heads(page.stream().map(PagedHead::id).toList()));
        assertThat(codes(page(page.get(1).id().value(), page.get(3).id().value(), ALL, 100)))
                .containsExactly("A-000001-COM", "A-000017-GEN");
        assertThat(page(AccountId.firstOf(2) - 1, AccountId.firstOf(2), ALL, 100))
                .isEmpty();
    }

    @Test
    void pages_of_any_size_walk_all_partitions() {
        for (int limit : List.of(1, 2, 5, 54, 100)) {
            List<String> walked = new ArrayList<>();
            long after = 0;
            for (List<PagedHead> page = page(after, END, ALL, limit);
                    !page.isEmpty();
                    page = page(after, END, ALL, limit)) {
                assertThat(page).hasSizeLessThanOrEqualTo(limit);
                walked.addAll(codes(page));
                after = page.getLast().id().value();
            }
            assertThat(walked).hasSize(3 * 18).doesNotHaveDuplicates();
        }
    }

    @Test
    void tiers_and_serials_bound_the_population() {
        assertThat(codes(page(AccountId.firstOf(1), AccountId.firstOf(2), EnumSet.of(Tier.REV), 9)))
                .containsExactly("A-000001-REV", "A-000017-REV");
        assertThat(page(AccountId.firstOf(1), AccountId.firstOf(2), EnumSet.of(Tier.GEN, Tier.COM), 9))
                .extracting(PagedHead::tier)
                .containsExactly(Tier.GEN, Tier.COM, Tier.GEN, Tier.COM);
        assertThat(page(0, END, EnumSet.noneOf(Tier.class), 9)).isEmpty();
        long serials = fixture.session()
                .client()
                .sql("select count(distinct serial) from account_head")
                .query(Long.class)
                .single();
        assertThat(serials).isEqualTo(3 * 18);
        long second = fixture.session()
                .client()
                .sql("select serial from account_head where account_id = :id")
                .param("id", fixture.id("A-000001-REV").value())
                .query(Long.class)
                .single();
        assertThat(codes(fixture.ledger().page(AccountId.firstOf(1), AccountId.firstOf(2), second, ALL, 9)))
                .containsExactly("A-000001-GEN", "A-000001-REV");
    }

    @Test
    void a_row_that_makes_no_head_leaves_the_others_alone() {
        spoil("cash = cash + 0.000000001, capital = capital - 0.000000001", "A-000002-GEN");
        spoil("base = 'NaN'", "A-000002-REV");
        List<PagedHead> page = page(AccountId.firstOf(2), AccountId.firstOf(3), ALL, 3);
        assertThat(page).extracting(paged -> paged.head() != null).containsExactly(false, false, true);
        assertThat(page.get(0).unreadable()).contains("an amount has at most 8 decimals, was 95000.000000001");
        assertThat(page.get(1).unreadable()).isNotNull();
        assertThat(page.get(2).unreadable()).isNull();
    }

    private static void spoil(String change, String code) {
        JdbcClient.create(fixture.test().superuser())
                .sql("update account_head set " + change + " where account_id = :id")
                .param("id", fixture.id(code).value())
                .update();
    }

    @Test
    void an_account_is_settled_until_something_else_happens_or_its_policy_changes() {
        PolicyHash other = new PolicyHash("cd".repeat(32));
        assertThat(fixture.head("A-000003-GEN").isSettledBy(Postings.POLICY)).isFalse();
        fixture.post("A-000003-GEN", after -> Postings.settled(after, "night 1"));
        assertThat(fixture.head("A-000003-GEN").isSettledBy(Postings.POLICY)).isTrue();
        assertThat(fixture.head("A-000003-GEN").isSettledBy(other)).isFalse();
        fixture.post("A-000003-GEN", after -> Postings.posting(after, "p", Postings.move(PREMIUM, CASH, "1")));
        assertThat(fixture.head("A-000003-GEN").isSettledBy(Postings.POLICY)).isFalse();
        assertThat(fixture.head("A-000003-GEN").settledNo()).isEqualTo(2);
        fixture.post("A-000003-GEN", after -> Postings.settled(after, "night 2"));
        assertThat(fixture.head("A-000003-GEN").isSettledBy(Postings.POLICY)).isTrue();
        assertThat(fixture.head("A-000003-GEN").settledNo()).isEqualTo(4);
    }
}
