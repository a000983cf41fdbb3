package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountId;
import io.alluse.lot.Held;
import io.alluse.lot.Lots;
import io.alluse.sizing.Calls.Offer;
import io.alluse.sizing.Calls.Wanted;
import io.alluse.sizing.Market;
import io.alluse.sizing.Markets;
import io.alluse.sql.Session;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/rules.md 2.6: GEN has 100,000 since 2026-01-02, buys and writes in the week after, and is given more on the 19th. */
class AccountSizingTest {

    private static final String GEN = "A-000001-GEN";

    @TempDir
    private static Path dir;

    private static CapitalizedDatabase database;
    private static Typed typed;

    @BeforeAll
    static void trade() throws IOException {
        database = CapitalizedDatabase.of("""
                name,capital,opening_date,gen_reference,policy
                Account-1,500000,2026-01-02,Z12345678,
                Account-2,500000,2026-01-02,,constitution
                """);
        typed = Typed.on(database);
        Path file = Files.writeString(dir.resolve("trades.csv"), """
                "Activity Date","Process Date","Settle Date","Instrument","Description","Trans Code","Quantity","Price","Amount"
                "1/19/2026","1/19/2026","1/20/2026","","ACH Deposit","ACH","","","$50,000.00"
                "1/8/2026","1/8/2026","1/9/2026","TSLA","TSLA 2/20/2026 Put $80.00","STO","1","$1.95","$195.00"
                "1/7/2026","1/7/2026","1/8/2026","TSLA","Tesla","Buy","20","$100.00","($2,000.00)"
                "1/7/2026","1/7/2026","1/8/2026","AAPL","Apple","Buy","5","$200.00","($1,000.00)"
                """);
        say("statement import " + file + " --account " + GEN + " --date 2026-01-20");
        Path prices = Files.writeString(dir.resolve("prices.csv"), """
                symbol,date,close
                TSLA,2026-01-05,90
                TSLA,2026-01-09,110
                NVDA,2026-01-09,190.5
                NVDA 2027-03-19 300 C,2026-01-09,12.5
                NVDA 2027-06-18 310 C,2026-01-08,14
                NVDA 2027-06-18 310 P,2026-01-08,99
                NVDA1 2027-06-18 310 C,2026-01-08,99
                """);
        say("price import " + prices);
        say("account configure " + GEN
                + " --set tiers.GEN.positions.riskMultiplier=0.5 --effective 2026-01-13 --reason test --yes");
        say("account configure A-000001 --overlay conservative --effective 2026-01-15 --reason test --yes");
    }

    private static void say(String words) {
        assertThat(typed.run(words)).as(words + "\n" + typed.err()).isZero();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void a_table_says_what_may_be_held_what_is_and_what_fits() {
        say("account sizing " + GEN + " --date 2026-01-09");
        assertThat(typed.out())
                .startsWith(GEN + " on 2026-01-09: policy standard 1 (")
                .endsWith("""
                net worth 100,000.00; 20% of it, 20,000.00, per position (20% × 1, at most 20%)
                2 of 10 positions taken

                SYMBOL  PRICE  OF              LIMIT       HELD       ROOM  SHARES  CONTRACTS  NOTE
                TSLA      110  2026-01-09  20,000.00  10,200.00   9,800.00      89          0
                NVDA    190.5  2026-01-09  20,000.00       0.00  20,000.00     104          1
                AAPL        -  -           20,000.00   1,000.00  19,000.00       -          -  no price, not in the policy
                """);
    }

    /** Capital on the 19th, a price on the 9th, the account's own override on the 13th, the main account's overlay on the 15th. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             DATE       | NET WORTH | PERCENT | LIMIT    | POSITIONS | TSLA HELD | STATE | SHARES | OVERRIDES
             2026-01-02 | 100000.00 | 20      | 20000.00 | 0         | 0.00      | none  | null   | 0
             2026-01-05 | 100000.00 | 20      | 20000.00 | 0         | 0.00      | fresh | "222"  | 0
             2026-01-07 | 100000.00 | 20      | 20000.00 | 2         | 1800.00   | fresh | "202"  | 0
             2026-01-08 | 100000.00 | 20      | 20000.00 | 2         | 9800.00   | fresh | "113"  | 0
             2026-01-09 | 100000.00 | 20      | 20000.00 | 2         | 10200.00  | fresh | "89"   | 0
             2026-01-13 | 100000.00 | 10      | 10000.00 | 2         | 10200.00  | fresh | "0"    | 1
             2026-01-15 | 100000.00 | 6       | 6000.00  | 2         | 10000.00  | stale | null   | 5
             2026-01-19 | 150000.00 | 6       | 9000.00  | 2         | 10000.00  | stale | null   | 5
            """)
    void capital_prices_policy_and_overrides_each_change_it(
            String date,
            String netWorth,
            String percent,
            String limit,
            String positions,
            String held,
            String state,
            String shares,
            int overrides) {
        say("account sizing " + GEN + " --json --date " + date);
        assertThat(typed.out())
                .contains("\"netWorth\":\"" + netWorth + "\"", "\"limitPercent\":\"" + percent + "\"")
                .contains("\"limit\":\"" + limit + "\"", "\"positions\":" + positions + ",")
                .containsPattern("\"TSLA\".*?\"priceState\":\"" + state + "\".*?\"held\":\"" + held + "\".*?\"shares\":"
                        + shares.replace("\"", ""));
        assertThat(typed.out().split("effectiveOn", -1)).as(typed.out()).hasSize(overrides + 1);
    }

    @Test
    void another_policy_has_other_symbols_and_other_capital() {
        say("account sizing A-000002-GEN --date 2026-01-09");
        assertThat(typed.out())
                .contains(
                        "policy constitution 1",
                        "net worth 200,000.00; 20% of it, 40,000.00",
                        "0 of 10 positions taken")
                .contains("AAPL ", "IWM ")
                .doesNotContain("TSLA");
    }

    @Test
    void a_stale_price_and_a_full_account_are_said_in_the_table() {
        say("account sizing " + GEN + " --date 2026-01-19");
        assertThat(typed.out())
                .contains("tiers.GEN.positions.riskMultiplier 0.5 from 2026-01-13", "price is 10 days old, at most 5");
        say("account configure " + GEN + " --set tiers.GEN.positions.max=1 --effective 2026-01-22 --reason test --yes");
        say("account sizing " + GEN + " --date 2026-01-22");
        assertThat(typed.out())
                .contains("2 of 1 positions taken", "price is 13 days old, at most 5, no more positions");
        say("account sizing " + GEN + " --quiet --date 2026-01-09");
        assertThat(typed.out()).isEqualTo("20000.00\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             WORDS                                         | EXIT | SAID
             account sizing A-000009-GEN                   | 5    | no account A-000009-GEN
             account sizing A-000001                       | 5    | is a main account; name one of its accounts
             account sizing A-000001-GEN --date 2026-01-01 | 2    | A-000001-GEN was opened on 2026-01-02, after 2026-01-01
             account sizing A-000001-GEN --date soon       | 2    | --date: not a date
            """)
    void what_is_wrong_is_said_in_one_line(String words, int exit, String said) {
        assertThat(typed.run(words)).isEqualTo(exit);
        assertThat(typed.err()).contains(said).hasLineCount(1);
    }

    @Test
    void what_accounts_hold_is_read_for_a_page_of_them_at_once() {
        Session session = database.session();
        List<AccountId> page = session.client()
                .sql("select id from account order by id")
                .query((row, no) -> new AccountId(row.getLong(1)))
                .list();
        Map<AccountId, List<Held>> held = new Lots(session).held(page);
        assertThat(held).hasSize(1);
        assertThat(held.values().iterator().next())
                .extracting(one -> one.instrument() + " " + one.quantity() + " " + one.cost())
                .containsExactly("AAPL 5 1000.00", "TSLA 20 2000.00", "TSLA 2026-02-20 80 P -1 -195.00");
        assertThat(new Lots(session).held(List.of())).isEmpty();
    }

    @Test
    void calls_out_of_the_money_are_found_among_the_prices() {
        Market market = new Markets(database.session())
                .at(List.of("NVDA", "IBM"), List.of("NVDA", "BRK.B"), LocalDate.of(2026, 1, 9));
        assertThat(market.prices()).containsOnlyKeys("NVDA");
        Wanted wanted = new Wanted(
                LocalDate.of(2027, 1, 12),
                LocalDate.of(2027, 7, 12),
                new BigDecimal("190.5"),
                LocalDate.of(2026, 1, 4));
        Offer offer = market.callsOn("NVDA").offer(wanted).orElseThrow();
        assertThat(offer.price()).isEqualByComparingTo("14");
        assertThat(offer.expiries()).containsExactly(LocalDate.of(2027, 3, 19), LocalDate.of(2027, 6, 18));
        assertThat(market.callsOn("BRK.B").offer(wanted)).isEmpty();
    }
}
