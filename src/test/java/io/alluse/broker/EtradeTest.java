package io.alluse.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.fault.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EtradeTest {

    private static final String TITLES = """
            All Transactions Activity Types

            Account Activity for b -1847 from Prior Year

            Total:,TOTAL

            Activity/Trade Date,Transaction Date,Settlement Date,Activity Type,Description,Symbol,Cusip,Quantity #,Price $,Amount $,Commission,Category,Note
            """;
    private static final String OLD_TITLES = """
            For Account:,#####1847

            TransactionDate,TransactionType,SecurityType,Symbol,Quantity,Amount,Price,Commission,Description
            """;

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', useHeadersInDisplayName = true, textBlock = """
         LINE                                                                                                | ACTIVITY
         02/18/26,02/18/26,02/19/26,Sold Short,PUT  IWM    02/27/26   260.000,IWM,--,-1.0,2.13,212.49,0.51,--,-- | SELL OPENS -1 IWM 2026-02-27 260 P @2.13 = 212.49 fee 0.51 on 2026-02-18
         07/10/26,07/10/26,07/13/26,Bought To Open,PUT MDB 07/17/26 312.500,MDB,--,5,2.18,-1091.81,1.81,--,--    | BUY OPENS 5 MDB 2026-07-17 312.5 P @2.18 = -1091.81 fee 1.81 on 2026-07-10
         02/27/26,03/02/26,03/02/26,Option Expired,CALL TSLA   02/27/26   370.000,TSLA,--,3.0,0.0,0.0,0.0,--,--  | EXPIRED 3 TSLA 2026-02-27 370 C = 0.00 on 2026-02-27 posted 2026-03-02
         02/27/26,03/02/26,03/02/26,Option Assigned,PUT  TSLA   02/27/26   370.000,TSLA,--,1.0,0.0,0.0,0.0,--,-- | ASSIGNED CLOSES 1 TSLA 2026-02-27 370 P = 0.00 on 2026-02-27 posted 2026-03-02
         02/27/26,02/27/26,03/02/26,Bought,TESLA INC COM,TSLA,88160R101,100.0,370,-37000.00,0.0,--,--            | BUY 100 TSLA @370 = -37000.00 on 2026-02-27
         02/27/26,02/27/26,02/27/26,Margin Interest,DEBIT,--,--,--,--,-12.30,0.0,--,--                           | INTEREST = -12.30 on 2026-02-27
         02/27/26,02/27/26,02/27/26,Online Transfer,REFID:1,--,--,--,--,-500.00,0.0,--,--                        | WITHDRAWAL = -500.00 on 2026-02-27
         02/27/26,02/27/26,02/27/26,Exchange Received In,X,FAKE,--,3,--,--,--,--,--                              | rejected f:8:4: Activity Type 'Exchange Received In': expected what can be carried out, found an exchange, whose terms the file does not tell
         "Brokerage services are offered by Morgan Stanley"                                                      | ignored disclaimer
        """)
    void a_new_line_is_told_in_our_words(String line, String activity) {
        assertThat(Told.ofText("etrade", TITLES + line + "\n").verdicts())
                .last()
                .isEqualTo(activity);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', useHeadersInDisplayName = true, textBlock = """
         LINE                                                                                              | ACTIVITY
         12/02/24,Sold Short,OPTN                            ,NVDA Dec 13 '24 $150 Put,-1,149.49,1.5,0.5,PUT  NVDA   12/13/24   150.000 | SELL OPENS -1 NVDA 2024-12-13 150 P @1.5 = 149.49 fee 0.51 on 2024-12-02
         12/13/24,Option Expiration,OPTN                            ,NVDA Dec 13 '24 $150 Put,1,0,0,0,PUT  NVDA   12/13/24   150.000    | EXPIRED 1 NVDA 2024-12-13 150 P = 0.00 on 2024-12-13
         12/13/24,Dividend,EQ                              ,NVDA,0,1.50,0,0,NVIDIA                         | DIVIDEND NVDA = 1.50 on 2024-12-13
         12/13/24,Adjustment,                                ,NVDA,5,0,0,0,NVIDIA                          | TRANSFER 5 NVDA = 0.00 on 2024-12-13
         12/13/24,0,                                ,,0,0,0,0,NOTHING                                      | rejected f:4:2: TransactionType '0': expected one of Adjustment, Bought, Bought To Close, Bought To Cover, Bought To Open, Capital Gain, Deposit, Dividend, Exchange Delivered Out, Exchange Received In, Fee, Interest, …, found an unknown one
        """)
    void an_old_line_is_told_in_our_words(String line, String activity) {
        Told told = Told.ofText("etrade-2023", OLD_TITLES + line + "\n");
        assertThat(told.verdicts()).last().isEqualTo(activity);
        assertThat(told.activities()).allMatch(taken -> taken.account().equals("#####1847"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
         TOTAL     | WARNED
         -12.30    |
         -63559.99 | f:5:2: total '-63559.99': expected -12.30, the sum of the rows, found another total
        """)
    void the_total_above_the_rows_has_to_tie(String total, @Nullable String warned) {
        Told told = Told.ofText(
                "etrade",
                TITLES.replace("TOTAL", total)
                        + "02/27/26,02/27/26,02/27/26,Margin Interest,DEBIT,--,--,--,--,-12.30,0.0,--,--\n");
        assertThat(String.join("; ", told.warned())).isEqualTo(warned == null ? "" : warned);
        assertThat(told.activities().getFirst().account()).isEqualTo("-1847");
    }

    @Test
    void it_is_experimental_and_has_to_be_named() {
        assertThatThrownBy(() -> Told.ofText(null, TITLES))
                .isInstanceOf(Fault.class)
                .hasMessageEndingWith(
                        "looks like etrade, which is experimental; if it is, say so with --format etrade");
    }
}
