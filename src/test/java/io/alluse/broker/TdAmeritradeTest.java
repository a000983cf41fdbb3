package io.alluse.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TdAmeritradeTest {

    private static final String HEADER =
            "DATE,TRANSACTION ID,DESCRIPTION,QUANTITY,SYMBOL,PRICE,COMMISSION,AMOUNT,REG FEE,"
                    + "SHORT-TERM RDM FEE,FUND REDEMPTION FEE, DEFERRED SALES CHARGE\n";
    private static final String CASH = """
            Account Statement for D-12345678 (margin) since 4/1/25 through 6/30/25

            Cash Balance
            DATE,TIME,TYPE,REF #,DESCRIPTION,Misc Fees,Commissions & Fees,AMOUNT,BALANCE
            """;

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', useHeadersInDisplayName = true, textBlock = """
         LINE                                                                                              | ACTIVITY
         12/30/2021,1,Bought 1 CHWY Jan 7 2022 60.0 Call @ 0.5,1,CHWY Jan 7 2022 60.0 Call,0.50,0.65,-50.65,,,, | BUY 1 CHWY 2022-01-07 60 C @0.50 = -50.65 fee 0.65 on 2021-12-30
         12/30/2021,1,Sold 100 CHWY @ 60,100,CHWY,60.00,0.00,5999.97,0.03,,,                                | SELL -100 CHWY @60.00 = 5999.97 fee 0.03 on 2021-12-30
         04/12/2021,1,REMOVAL OF OPTION DUE TO EXPIRATION (0FUBO.D110029000),1,,,,0.00,,,,                  | EXPIRED 1 FUBO 2021-04-01 29 C = 0.00 on 2021-04-01 posted 2021-04-12
         03/21/2022,1,REMOVAL OF OPTION DUE TO ASSIGNMENT (RBLX Mar 18 2022 80.0 Put),1,,,,0.00,,,,         | ASSIGNED CLOSES 1 RBLX 2022-03-18 80 P = 0.00 on 2022-03-21
         03/21/2022,1,QUALIFIED DIVIDEND (AAPL),,AAPL,,,2.20,,,,                                            | DIVIDEND AAPL = 2.20 on 2022-03-21
         03/21/2022,1,W-8 WITHHOLDING (AAPL),,AAPL,,,-0.33,,,,                                              | WITHHOLDING AAPL = -0.33 on 2022-03-21
         03/21/2022,1,MONEY MARKET PURCHASE (MMDA1),,MMDA1,,,0.00,,,,                                       | ignored sweep
         03/21/2022,1,TRANSFER OF SECURITY OR OPTION OUT (AAPL),10,AAPL,,,0.00,,,,                          | TRANSFER -10 AAPL = 0.00 on 2022-03-21
         ***END OF FILE***                                                                                  | ignored end of file
         03/21/2022,1,REMOVAL OF OPTION DUE TO ASSIGNMENT (what),1,,,,0.00,,,,                              | rejected f:2:3: DESCRIPTION 'REMOVAL OF OPTION DUE TO ASSIGNMENT (what)': expected a symbol such as 'AAPL' or 'RBLX Mar 18 2022 80.0 Put', found none
        """)
    void a_line_is_told_in_our_words(String line, String activity) {
        assertThat(Told.ofText(null, HEADER + line).verdicts()).containsExactly("ignored header", activity);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', useHeadersInDisplayName = true, textBlock = """
         LINE                                                                                                            | ACTIVITY
         4/26/22,09:42:12,TRD,="5286927378",BOT +2 SPY 100 (Weeklys) 14 JAN 26 686 PUT @.71,-0.02,-1.30,-142.00,1.00     | BUY 2 SPY 2026-01-14 686 P @0.71 = -143.32 fee 1.32 on 2022-04-26
         4/26/22,09:42:12,TRD,="5286927378",tIP SOLD -100 AAPL @202.50 UPON OPTION ASSIGNMENT,-0.33,,"20,250.00",1.00    | SELL OF_ASSIGNMENT -100 AAPL @202.50 = 20249.67 fee 0.33 on 2022-04-26
         1/8/21,16:20:00,RAD,="1",REMOVAL OF OPTION DUE TO EXPIRATION -1.0 SPY 100 (Weeklys) 8 JAN 21 355 PUT,,,,1.00    | EXPIRED CLOSES -1 SPY 2021-01-08 355 P = 0.00 on 2021-01-08
         1/8/21,01:00:00,DOI,="1",QUALIFIED DIVIDEND~AAPL,,,52.00,1.00                                                   | DIVIDEND AAPL = 52.00 on 2021-01-08
         1/8/21,01:00:00,EFN,="1",CLIENT REQUESTED ELECTRONIC FUNDING DISBURSEMENT (FUNDS NOW),,,($70.56),1.00           | WITHDRAWAL = -70.56 on 2021-01-08
         1/8/21,01:00:00,TRD,="1",BOT +2 SPY 100 14 JAN 26 686 PUT @.71,****,-1.30,****,****                             | rejected f:5:6: Misc Fees '****': expected a number, found a masked one; export the statement with its amounts shown
         4/26/22,09:42:12,TRD,="1",SOLD -1 VERTICAL SPY 100 (Weeklys) 14 JAN 26 686/680 PUT @.50,,-1.30,50.00,1.00       | rejected f:5:5: DESCRIPTION 'SOLD -1 VERTICAL SPY 100 (Weeklys) 14 JAN 26 686/680 PUT @.50': expected an option or a share, or a spread with its legs in the trade history, found none
        """)
    void a_line_of_thinkorswim_is_told_in_our_words(String line, String activity) {
        assertThat(Told.ofText(null, CASH + line).verdicts().getLast()).isEqualTo(activity);
    }

    @Test
    void the_legs_of_a_spread_are_found_further_below() {
        Told told = Told.ofText(null, CASH + """
                        1/8/26,09:42:12,TRD,="1",SOLD -2 VERTICAL SPY 100 (Weeklys) 14 JAN 26 686/680 PUT @.50,-0.04,-2.60,100.00,97.36

                        Account Trade History
                        ,Exec Time,Spread,Side,Qty,Pos Effect,Symbol,Exp,Strike,Type,Price,Net Price,Order Type
                        ,1/8/26 09:42:11,VERTICAL,SELL,-2,TO OPEN,SPY,14 JAN 26,686,PUT,.71,.50,LMT
                        ,,,BUY,+2,TO OPEN,SPY,14 JAN 26,680,PUT,.21,CREDIT,
                        """);
        assertThat(told.verdicts())
                .contains(
                        "SELL OPENS -2 SPY 2026-01-14 686 P @0.71 = 139.36 fee 2.64 on 2026-01-08",
                        "BUY OPENS 2 SPY 2026-01-14 680 P @0.21 = -42.00 on 2026-01-08");
        assertThat(told.summary().took()).isEqualTo(1);
        assertThat(told.warned()).isEmpty();
    }

    @Test
    void a_balance_that_does_not_follow_from_the_amounts_is_a_warning() {
        Told told = Told.ofText(null, CASH + """
                        4/1/25,00:00:00,BAL,,Cash balance at the start of business day 01.04 CST,,,,10.00
                        4/2/25,01:00:00,DOI,="1",QUALIFIED DIVIDEND~AAPL,,,5.00,15.00
                        4/3/25,01:00:00,DOI,="1",QUALIFIED DIVIDEND~AAPL,,,5.00,21.00
                        """);
        assertThat(told.stated()).containsExactly("opening 10.00 2025-04-01", "closing 21.00 2025-04-03");
        assertThat(told.warned())
                .containsExactly("f:7:9: BALANCE '21.00': expected 20.00 by the line before, found another balance");
    }
}
