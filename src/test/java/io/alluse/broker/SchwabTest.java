package io.alluse.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchwabTest {

    private static final String HEADER =
            "\"Date\",\"Action\",\"Symbol\",\"Description\",\"Quantity\",\"Price\",\"Fees & Comm\",\"Amount\"\n";

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', useHeadersInDisplayName = true, textBlock = """
         LINE                                                                                                         | ACTIVITY
         "08/04/2025","Sell to Open","APP 08/22/2025 475.00 C","CALL APPLOVIN CORP $475 EXP 08/22/25","4","$1.10","$2.64","$437.36" | SELL OPENS -4 APP 2025-08-22 475 C @1.10 = 437.36 fee 2.64 on 2025-08-04
         "08/25/2025 as of 08/22/2025","Expired","APP 08/22/2025 475.00 C","CALL","4","","",""                        | EXPIRED CLOSES 4 APP 2025-08-22 475 C = 0.00 on 2025-08-22 posted 2025-08-25
         "08/25/2025 as of 08/22/2025","Expired","NVDA 08/22/2025 1080.00 C","CALL","-1","","",""                     | EXPIRED CLOSES -1 NVDA 2025-08-22 1080 C = 0.00 on 2025-08-22 posted 2025-08-25
         "06/16/2025 as of 06/13/2025","Assigned","RKLB 06/13/2025 27.00 P","PUT","10","","",""                       | ASSIGNED CLOSES 10 RKLB 2025-06-13 27 P = 0.00 on 2025-06-13 posted 2025-06-16
         "06/16/2025 as of 06/13/2025","Buy","RKLB","ROCKET LAB CORP","1,000","$27.00","","-$27000.00"                | BUY 1000 RKLB @27.00 = -27000.00 on 2025-06-13 posted 2025-06-16
         "06/16/2025","Exchange or Exercise","RKLB 06/20/2025 27.00 C","CALL","-2","","",""                           | EXERCISED CLOSES -2 RKLB 2025-06-20 27 C = 0.00 on 2025-06-16
         "06/16/2025","Sell Short","TSLA","TESLA INC","10","$300.00","$0.93 ","$2,999.07"                             | SELL OPENS -10 TSLA @300.00 = 2999.07 fee 0.93 on 2025-06-16
         "06/16/2025","Buy","912797KX4","US TREASURY BILL","10,000","$98.50","","-$9,850.00"                          | BUY 10000 912797KX4 x0.01 @98.50 = -9850.00 on 2025-06-16
         "06/16/2025","Reinvest Dividend","AAPL","APPLE INC","","","","$0.93"                                         | DIVIDEND AAPL = 0.93 on 2025-06-16
         "06/16/2025","Reinvest Shares","AAPL","APPLE INC","0.0047","$197.87","","-$0.93"                             | BUY 0.0047 AAPL @197.87 = -0.93 on 2025-06-16
         "06/16/2025","NRA Tax Adj","AAPL","APPLE INC","","","","-$7.80"                                              | WITHHOLDING AAPL = -7.80 on 2025-06-16
         "06/16/2025","Margin Interest","","INT","","","","-$93.66"                                                   | INTEREST = -93.66 on 2025-06-16
         "06/16/2025","ADR Mgmt Fee","TSM","TAIWAN SEMI","","","","-$1.10"                                            | FEE = -1.10 on 2025-06-16
         "06/16/2025","MoneyLink Transfer","","Tfr BANK","","","","-$1,500.00"                                        | WITHDRAWAL = -1500.00 on 2025-06-16
         "06/16/2025","Journal","","JOURNAL FRM ...123","","","","$26,582.91"                                         | JOURNAL = 26582.91 on 2025-06-16
         "12/04/2023","Journaled Shares","AAPL","APPLE INC","100","","",""                                            | TRANSFER 100 AAPL = 0.00 on 2023-12-04
         "12/04/2023","Journaled Shares","GLD 12/01/2023 176.50 P","TDA TRAN - REMOVAL OF OPTION DUE TO EXPIRATION (0GLD..X130176500)","-1","","","" | EXPIRED CLOSES -1 GLD 2023-12-01 176.5 P = 0.00 on 2023-12-04
         "12/11/2023","Journaled Shares","","TDA TRAN - INTRA-ACCOUNT TRANSFER","","","","$75,000.00"                 | JOURNAL = 75000.00 on 2023-12-11
         "06/10/2024","Stock Split","NVDA","NVIDIA CORP","90","","",""                                                | SPLIT 90 NVDA = 0.00 on 2024-06-10
         "06/16/2025","Cash In Lieu","AAPL","APPLE INC","","","","$12.34"                                             | CASH_IN_LIEU AAPL = 12.34 on 2025-06-16
         "06/16/2025","Spin-off","NEW","NEW CO","5","","",""                                                          | rejected f:2:2: Action 'Spin-off': expected what can be carried out, found a spin-off, of which the file does not tell what it came from
         "06/16/2025","Sel","AAPL","APPLE INC","1","$1","","$1"                                                       | rejected f:2:2: Action 'Sel': expected one of ADR Mgmt Fee, Advisor Fee, Assigned, ATM Withdrawal, Bank Interest, Bond Interest, Buy, Buy to Close, Buy to Cover, Buy to Open, Cancel Buy, Cancel Sell, …, found an unknown one, did you mean `Sell`?
         "06/16/2025","Sell","AAPL 13/22/2025 475.00 C","CALL","1","$1","","$1"                                       | rejected f:2:3: Symbol 'AAPL 13/22/2025 475.00 C': expected a symbol such as 'AAPL' or 'APP 08/22/2025 475.00 C', found none
         "06/16/2025 as of 13/13/2025","Sell","AAPL","APPLE","1","$1","","$1"                                         | rejected f:2:1: Date '06/16/2025 as of 13/13/2025': expected a date such as 01/31/2024, found none
         "06/16/2025","Sell","AAPL","APPLE INC","","$1","","$1"                                                       | rejected f:2:1: row '06/16/2025': expected a quantity, found none
         "06/16/2025","Stock Merger","ATVI","ACTIVISION","-10","","",""                                               | rejected f:2:2: Action 'Stock Merger': expected one row by which something leaves and one by which something comes for it, found 1 rows that cannot be joined
        """)
    void a_line_is_told_in_our_words(String line, String activity) {
        assertThat(Told.ofText(null, HEADER + line + "\n").verdicts()).containsExactly("ignored header", activity);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', useHeadersInDisplayName = true, textBlock = """
         FIRST                                                   | SECOND                                                    | ACTIVITIES
         "06/16/2025","Name Change","FB","META","-10","","",""   | "06/16/2025","Name Change","META","META","10","","",""    | SYMBOL_CHANGE 10 FB became META = 0.00 on 2025-06-16; ignored told with line 2
         "06/16/2025","Reverse Split","GE","GE","5","","",""     | "06/16/2025","Reverse Split","369604103","GE","-40","","","" | ignored told with line 3; SYMBOL_CHANGE 5 369604103 x0.01 became GE = 0.00 on 2025-06-16
         "06/16/2025","Stock Merger","XLNX","X","-10","","",""   | "06/16/2025","Stock Merger","AMD","A","17","","",""       | MERGER 17 XLNX became AMD = 0.00 on 2025-06-16; ignored told with line 2
         "06/16/2025","Cash Merger","ATVI","A","","","","$950"   | "06/16/2025","Cash Merger Adj","ATVI","A","-10","","",""  | ignored told with line 3; MERGER -10 ATVI = 950.00 on 2025-06-16
         "06/16/2025","Full Redemption","912797KX4","B","","","","$1000" | "06/16/2025","Full Redemption Adj","912797KX4","B","-1000","","","" | ignored told with line 3; SELL -1000 912797KX4 x0.01 = 1000.00 on 2025-06-16
        """)
    void an_exchange_is_told_in_two_rows(String first, String second, String activities) {
        Told told = Told.ofText(null, HEADER + first + "\n" + second + "\n");
        assertThat(String.join("; ", told.verdicts())).isEqualTo("ignored header; " + activities);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', useHeadersInDisplayName = true, textBlock = """
         TOTAL     | WARNED
         $93.66    |
         -$9620.64 | f:5:8: total '-$9620.64': expected 93.66, the sum of the rows, found another total
        """)
    void an_old_file_has_a_title_with_the_account_and_a_total_that_has_to_tie(String total, @Nullable String warned) {
        Told told = Told.ofText(null, """
                "Transactions  for account Brokerage XXXX-1234 as of 11/15/2020 18:00:21 ET"

                "Date","Action","Symbol","Description","Quantity","Price","Fees & Comm","Amount",
                "11/13/2020","Credit Interest","","INT","","","","$93.66",
                "Transactions Total","","","","","","","TOTAL",
                """.replace("TOTAL", total));
        assertThat(told.verdicts())
                .containsExactly(
                        "ignored title",
                        "ignored blank line",
                        "ignored header",
                        "INTEREST = 93.66 on 2020-11-13",
                        "ignored total");
        assertThat(told.activities().getFirst().account()).isEqualTo("XXXX-1234");
        assertThat(String.join("; ", told.warned())).isEqualTo(warned == null ? "" : warned);
    }

    @Test
    void price_and_quantity_change_places_without_harm() {
        Told told = Told.ofText(null, """
                "Date","Action","Symbol","Description","Price","Quantity","Fees & Comm","Amount"
                "01/16/2024","Buy","AAPL","APPLE INC","$180.00","2","","-$360.00"
                """.replace("\n", "\r\n"));
        assertThat(told.verdicts()).last().isEqualTo("BUY 2 AAPL @180.00 = -360.00 on 2024-01-16");
    }
}
