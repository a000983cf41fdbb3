package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A main account of 500,000, of which GEN has 100,000: the wheel of the sample statements is imported into it, as a person would do. */
class LotsAndTaxTest {

    private static final Path SAMPLES = Path.of("sample-data/statements");
    private static final String GEN = "A-000001-GEN";
    private static final String DATES = " --date 2026-01-30";
    private static final String ROBINHOOD =
            "\"Activity Date\",\"Process Date\",\"Settle Date\",\"Instrument\",\"Description\",\"Trans Code\",\"Quantity\",\"Price\",\"Amount\"\n";

    @TempDir
    private Path dir;

    private CapitalizedDatabase database;
    private Typed typed;

    @BeforeEach
    void create() {
        database = CapitalizedDatabase.of("""
                name,capital,opening_date,gen_reference
                Account-1,500000,2025-03-31,Z12345678
                """);
        typed = Typed.on(database);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private void say(String words) {
        assertThat(typed.run(words)).as(words + "\n" + typed.err()).isZero();
    }

    private void importSample(String file) {
        say("statement import " + SAMPLES.resolve(file) + " --account " + GEN + DATES);
    }

    private List<String> rows(String sql) {
        return Rows.of(database.test().owner()).of(sql);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             FILE           | OTHER SHAPE                      | CASH     | PREMIUM | GAINS   | SHORT  | TRADES
             schwab.csv     | schwab-price-before-quantity.csv | 96899.58 | 1451.04 | 1627.36 | 194.34 | 3078.40
             fidelity.csv   | fidelity-all-accounts.csv        | 96899.47 | 1450.98 | 1627.32 | 194.33 | 3078.30
             tastytrade.csv | tastytrade-2024.csv              | 96885.31 | 1449.17 | 1615.44 | 193.86 | 3064.61
            """)
    void a_wheel_is_in_the_ledger_to_the_cent_and_its_other_shape_posts_nothing_twice(
            String file, String other, String cash, String premium, String gains, String written, String trades) {
        importSample(file);
        assertThat(rows("""
                select h.base, h.cash, h.buffer, h.capital, h.securities, h.short_options, h.premium, h.gains_short,
                    h.dividends, h.interest, h.fees, h.bound
                from account_head h join account a on a.id = h.account_id where a.code = 'A-000001-GEN'"""))
                .containsExactly("100000.00 " + cash + " 5000.00 -100000.00 1432.50 -" + written + " -" + premium + " -"
                        + gains + " -52.00 -12.34 5.00 19000.00");
        assertThat(rows("select state from announcement order by account_id"))
                .as("the deposit is the capital that was announced")
                .containsExactly("settled", "open", "open");
        say("account lots " + GEN + " --json");
        assertThat(typed.out())
                .contains("\"securities\":\"1432.50\"", "\"ledgerSecurities\":\"1432.50\"")
                .contains("\"shortOptions\":\"" + written + "\"", "\"ledgerShortOptions\":\"" + written + "\"");
        say("tax ledger " + GEN + " --year 2025 --json");
        assertThat(typed.out()).contains("\"shortTerm\":\"" + trades + "\"", "\"longTerm\":\"0.00\"");
        importSample(other);
        assertThat(typed.out()).contains("posted         0");
        assertThat(rows("select count(*) from lot")).containsExactly("9");
        assertThat(rows("select * from reconciliation_break"))
                .as("what both files say they come to is what the ledger has")
                .isEmpty();
        say("ledger verify");
    }

    @Test
    void lots_are_told_as_they_are_and_as_they_were() {
        importSample("schwab.csv");
        say("account lots " + GEN + " --as-of 2026-06-10");
        assertThat(typed.out()).isEqualTo("""
                LOT  INSTRUMENT             OPENED      QUANTITY  COST/UNIT  OPEN COST  HELD
                8    NVDA                   2025-06-10        10     143.25   1,432.50  long-term from 2026-06-11
                9    AAPL 2025-07-18 190 P  2025-06-24        -1     194.34    -194.34  expired, no line has ended it
                                   LOTS    LEDGER
                SECURITIES     1,432.50  1,432.50
                SHORT_OPTIONS    194.34    194.34
                """);
        say("account lots " + GEN + " --as-of 2025-05-20");
        assertThat(typed.out())
                .contains(
                        "AAPL                   2025-05-09       200   196.8066  39,361.32  long-term from 2026-05-10")
                .contains("AAPL 2025-05-23 215 C  2025-05-13        -2     239.34    -478.68  short-term")
                .contains("39,361.32  39,361.32", "478.68     478.68");
        say("account lots " + GEN + " --all --quiet");
        assertThat(typed.out()).isEqualToIgnoringNewLines("123456789");
        say("account lots " + GEN + " --all");
        assertThat(typed.out()).contains("closed 2025-06-06", "1,627.36");
        assertThat(typed.err()).isEmpty();
    }

    @Test
    void the_tax_ledger_has_a_row_per_disposal_and_sums_by_term() throws IOException {
        importSample("schwab.csv");
        Path csv = dir.resolve("realized.csv");
        say("tax ledger " + GEN + " --year 2025 --csv " + csv);
        assertThat(typed.out()).isEqualTo("""
                CLOSED      QUANTITY  INSTRUMENT             HELD SINCE   PROCEEDS       COST  WASH SALE      GAIN  TERM   HOW
                2025-04-25        -1  AAPL 2025-04-25 170 P  2025-04-07     449.34       0.00               449.34  short  expiry
                2025-04-25        -1  AAPL 2025-04-25 170 P  2025-04-07     449.34       0.00               449.34  short  expiry
                2025-05-23        -2  AAPL 2025-05-23 215 C  2025-05-13     478.68       0.00               478.68  short  expiry
                2025-06-06       200  AAPL                   2025-05-09  40,988.68  39,361.32             1,627.36  short  trade
                2025-06-17        -1  AAPL 2025-06-20 195 P  2025-06-09     229.34     155.66                73.68  short  trade

                YEAR                    PROCEEDS       COST  WASH SALES      GAIN
                2025  8949 short-term  42,595.38  39,516.98        0.00  3,078.40
                2025  8949 long-term        0.00       0.00        0.00      0.00
                2025  all short-term                                     3,078.40
                2025  all long-term                                          0.00
                Estimates, not advice.
                """);
        assertThat(Files.readAllLines(csv))
                .hasSize(6)
                .element(4)
                .asString()
                .startsWith(
                        "A-000001-GEN,8949 I,200 AAPL,2025-05-09,2025-06-06,40988.68,39361.32,,,1627.36,short,0.00,trade");
        assertThat(typed.run("tax ledger " + GEN + " --csv " + csv)).isEqualTo(6);
        say("tax ledger --all --csv -");
        assertThat(typed.out().lines()).hasSize(6);
        say("tax ledger --all");
        assertThat(typed.out()).startsWith("1 account has realized something\n").contains("3,078.40");
        say("tax ledger --all --year 2024 --json");
        assertThat(typed.out()).isEqualTo("[]\n");
        say("tax ledger A-000001-REV");
        assertThat(typed.out()).contains("A-000001-REV  nothing was realized");
    }

    @Test
    void an_index_option_over_the_end_of_a_year_is_marked_at_the_loaded_price() throws IOException {
        Path statement = Files.writeString(
                dir.resolve("spx.csv"),
                ROBINHOOD
                        + "\"12/15/2025\",\"12/15/2025\",\"12/16/2025\",\"SPX\",\"SPX 1/16/2026 Call $6,000.00\",\"BTO\",\"1\",\"$20.00\",\"($2,000.00)\"\n");
        say("statement import " + statement + " --account " + GEN + DATES);
        say("tax ledger " + GEN);
        assertThat(typed.out())
                .contains(
                        "nothing was realized", "no price of SPX 2026-01-16 6000 C at the end of 2025; what it earned");
        Path prices = Files.writeString(
                dir.resolve("prices.csv"), "symbol,date,close\nSPX 2026-01-16 6000 C,2025-12-31,25.00\n");
        say("price import " + prices);
        say("tax ledger " + GEN + " --year 2025");
        assertThat(typed.out())
                .contains("year-end mark", "6781 short-term, 40%", "200.00", "300.00")
                .doesNotContain("no price");
    }

    /** CASH is 95,695.00 then, of which the put binds 95,600.00. */
    @Test
    void what_a_short_put_binds_is_not_spent_and_the_explanation_says_the_same() throws IOException {
        Path file = Files.writeString(dir.resolve("put.csv"), """
                "Activity Date","Process Date","Settle Date","Instrument","Description","Trans Code","Quantity","Price","Amount"
                "1/13/2026","1/13/2026","1/14/2026","","Interest Payment","INT","","","$500.00"
                "1/12/2026","1/12/2026","1/13/2026","AAPL","AAPL 2/20/2026 Put $956.00","STO","1","$1.95","$195.00"
                """);
        say("statement import " + file + " --account " + GEN + DATES);
        say("job run tax-and-buffer --date 2026-01-30");
        assertThat(rows("select h.bound, h.tax_reserve from account_head h join account a on a.id = h.account_id"
                        + " where a.code = 'A-000001-GEN'"))
                .containsExactly("95600.00 95.00");
        String run = rows("select id from run where job = 'tax-and-buffer'").getFirst();
        say("job explain " + run + " " + GEN + " --json");
        assertThat(typed.out()).contains("\"agrees\":true");
        say("job explain " + run + " " + GEN);
        assertThat(typed.out()).contains("set aside 95.00: no more free cash");
    }

    @Test
    void a_late_lot_is_told_by_the_import() throws IOException {
        String trades = "\"%1$s\",\"%1$s\",\"%1$s\",\"AAPL\",\"Apple\",\"%2$s\",\"10\",\"$%3$s\",\"%4$s\"\n";
        Path first = Files.writeString(
                dir.resolve("first.csv"),
                ROBINHOOD
                        + trades.formatted("6/4/2025", "Sell", "210.00", "$2,100.00")
                        + trades.formatted("6/3/2025", "Buy", "200.00", "($2,000.00)"));
        Path late = Files.writeString(
                dir.resolve("late.csv"), ROBINHOOD + trades.formatted("6/2/2025", "Buy", "190.00", "($1,900.00)"));
        say("statement import " + first + " --account " + GEN + DATES);
        assertThat(typed.out()).doesNotContain("late lot");
        say("statement import " + late + " --account " + GEN + DATES);
        assertThat(typed.out())
                .contains("late lot       A-000001-GEN  10 AAPL of 2025-06-02, lot 2, line ")
                .contains(
                        "matched by date, the gains of 2025 would differ by 100.00 short-term and 0.00 long-term, its tax by"
                                + " 30.00. Estimates, not advice.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             WORDS                                    | EXIT | SAID
             account lots A-000009-GEN                | 5    | no account A-000009-GEN
             account lots A-000001                    | 5    | is a main account; name one of its accounts
             account lots A-000001-GEN --open --all   | 2    | takes one of --open and --all
             account lots A-000001-GEN --as-of soon   | 2    | --as-of: not a date
             tax ledger                               | 2    | takes one of CODE and --all
             tax ledger A-000001-GEN --all            | 2    | takes one of CODE and --all
             tax ledger A-000001-GEN --year 25        | 2    | --year 25: not a year
             tax ledger A-000009-GEN                  | 5    | no account A-000009-GEN
            """)
    void what_is_wrong_is_said_in_one_line(String words, int exit, String said) {
        assertThat(typed.run(words)).isEqualTo(exit);
        assertThat(typed.err()).contains(said).hasLineCount(1);
    }
}
