package io.alluse.tax;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountId;
import io.alluse.cli.CapitalizedDatabase;
import io.alluse.ledger.Glance;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.PagedHead;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.Tier;
import io.alluse.sweep.AccountView;
import io.alluse.sweep.Decision;
import io.alluse.sweep.SweepDesk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The law of looking first: what is decided at a glance is what the rule would have decided. */
class GlanceTest {

    private static final String[] STATES = {"SAFE", "ACTIVE", "FORKING", "MERGING", "SUSPENDED", "CLOSED", "ERROR"};

    @Test
    void what_a_glance_decides_the_rule_decides_seed_7() {
        try (CapitalizedDatabase database = CapitalizedDatabase.ofMains(60);
                SweepDesk desk = SweepDesk.on(database)) {
            Random random = new Random(7);
            List<AccountId> all = desk.owner()
                    .sql("select account_id from account_head order by 1")
                    .query((row, no) -> new AccountId(row.getLong(1)))
                    .list();
            desk.tamper("update account_head set state = 'ACTIVE'");
            desk.earn(some(all, random), "2000", LocalDate.of(2026, 1, 6));
            desk.taxAndBuffer();
            desk.earn(some(all, random), "13.37", LocalDate.of(2026, 1, 7));
            for (AccountId account : some(all, random)) {
                desk.tamper("update account_head set state = '" + STATES[random.nextInt(STATES.length)]
                        + "' where account_id = " + account.value());
            }
            assertThat(decidedAtAGlance(desk)).isGreaterThan(60);
        }
    }

    private static List<AccountId> some(List<AccountId> all, Random random) {
        return all.stream().filter(account -> random.nextBoolean()).toList();
    }

    private static int decidedAtAGlance(SweepDesk desk) {
        Ledger ledger = new Ledger(desk.session());
        TaxAndBufferJob job = desk.taxJob();
        Policy policy = PolicyBook.shipped().policy("standard");
        List<Glance> glances = ledger.glances(-1, Long.MAX_VALUE, Long.MAX_VALUE, 1_000);
        List<PagedHead> heads = ledger.page(-1, Long.MAX_VALUE, Long.MAX_VALUE, EnumSet.allOf(Tier.class), 1_000);
        List<AccountView> views = new ArrayList<>();
        heads.forEach(head -> views.add(new AccountView(Objects.requireNonNull(head.head()), head.tier(), policy)));
        Map<AccountId, List<TaxYear>> facts = job.facts(views, SweepDesk.DAY);
        assertThat(glances.stream().map(Glance::id).toList())
                .isEqualTo(heads.stream().map(PagedHead::id).toList());
        int decided = 0;
        for (int i = 0; i < glances.size(); i++) {
            Decision glanced = job.decideAtAGlance(glances.get(i), policy);
            if (glanced != null) {
                decided++;
                assertThat(glanced)
                        .isEqualTo(job.decide(
                                views.get(i), facts.getOrDefault(glances.get(i).id(), List.of()), SweepDesk.DAY));
            }
        }
        return decided;
    }
}
