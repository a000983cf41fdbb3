package io.alluse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.account.AccountId;
import io.alluse.calendar.BusinessDay;
import io.alluse.cli.CapitalizedDatabase;
import io.alluse.sweep.SweepDesk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An account played again up to one of its events is what it was then, to the last column. */
class PastAccountTest {

    @Test
    void the_past_is_what_was_the_present() {
        try (CapitalizedDatabase database = CapitalizedDatabase.of(
                        "name,capital,gen_reference,rev_reference,com_reference\nOne,500000,G1,R1,C1\n");
                SweepDesk desk = SweepDesk.on(database)) {
            Ledger ledger = new Ledger(database.session());
            AccountId account = new AccountId(desk.owner()
                    .sql("select min(account_id) from account_head")
                    .query(Long.class)
                    .single());
            List<PastAccount> lived = new ArrayList<>();
            lived.add(now(ledger, account));
            desk.earn("2000", LocalDate.of(2025, 12, 30));
            lived.add(now(ledger, account));
            desk.run(desk.taxJob(), SweepDesk.order(BusinessDay.parse("2026-01-06"), false));
            lived.add(now(ledger, account));
            desk.earn("0.01", LocalDate.of(2026, 1, 7));
            lived.add(now(ledger, account));
            desk.earn("500.10", LocalDate.of(2026, 1, 7));
            lived.add(now(ledger, account));

            for (int no = 1; no <= lived.size(); no++) {
                assertThat(ledger.after(account, "A-000001-GEN", no)).isEqualTo(lived.get(no - 1));
            }
            assertThat(lived.getLast().years()).hasSize(2);
            assertThat(lived.getLast().head().settledNo()).isEqualTo(3);
            assertThatThrownBy(() -> ledger.after(account, "A-000001-GEN", 6))
                    .hasMessage("A-000001-GEN has 5 of its first 6 events");
        }
    }

    private static PastAccount now(Ledger ledger, AccountId account) {
        Map<AccountId, List<YearResult>> years = ledger.years(List.of(account));
        return new PastAccount(
                ledger.heads(List.of(account)).getFirst(), years.getOrDefault(account, List.of()), Map.of());
    }
}
