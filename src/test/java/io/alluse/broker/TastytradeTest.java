package io.alluse.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TastytradeTest {

    private static final String HEADER = "Date,Type,Sub Type,Action,Symbol,Instrument Type,Description,Value,Quantity,"
            + "Average Price,Commissions,Fees,Multiplier,Root Symbol,Underlying Symbol,Expiration Date,Strike Price,"
            + "Call or Put,Order #,Total,Currency\n";
    private static final String OLD_HEADER =
            "Date/Time,Transaction Code,Transaction Subcode,Symbol,Buy/Sell,Open/Close,"
                    + "Quantity,Expiration Date,Strike,Call/Put,Price,Fees,Amount,Description,Account Reference\n";

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', useHeadersInDisplayName = true, textBlock = """
         LINE                                                                                                          | ACTIVITY
         2024-08-16T23:00:00+0200,Trade,Sell to Open,SELL_TO_OPEN,SCHG  240920C00099000,Equity Option,Sold,370.00,1,370.00,-1.00,-0.15,100,SCHG,SCHG,9/20/24,99,CALL,1,368.85,USD | SELL OPENS -1 SCHG 2024-09-20 99 C @3.7 = 368.85 fee 1.15 on 2024-08-16 17:00
         2024-08-17T05:30:00+0200,Trade,Buy to Close,BUY_TO_CLOSE,SCHG  240920C00099000,Equity Option,Bought,"-1,370.00",3,-456.67,--,-0.15,100,SCHG,SCHG,9/20/24,99,CALL,1,"-1,370.15",USD | BUY CLOSES 3 SCHG 2024-09-20 99 C @4.5667 = -1370.15 fee 0.15 on 2024-08-16 23:30
         2024-08-16T16:15:00-0400,Receive Deliver,Expiration,BUY_TO_CLOSE,SCHG  240816C00099000,Equity Option,Removal,0.00,1,0.00,--,0.00,100,SCHG,SCHG,8/16/24,99,CALL,,0.00,USD | EXPIRED CLOSES 1 SCHG 2024-08-16 99 C @0 = 0.00 on 2024-08-16 16:15
         2024-08-16T16:15:00-0400,Receive Deliver,Expiration,SELL_TO_CLOSE,SCHG  240816C00099000,Equity Option,Removal,0.00,1,0.00,--,0.00,100,SCHG,SCHG,8/16/24,99,CALL,,0.00,USD | EXPIRED CLOSES -1 SCHG 2024-08-16 99 C @0 = 0.00 on 2024-08-16 16:15
         2024-08-16T16:15:00-0400,Receive Deliver,Expiration,,SCHG  240816C00099000,Equity Option,Removal,0.00,1,0.00,--,0.00,100,SCHG,SCHG,8/16/24,99,CALL,,0.00,USD | EXPIRED 1 SCHG 2024-08-16 99 C @0 = 0.00 on 2024-08-16 16:15
         2024-08-16T17:00:00-0400,Receive Deliver,Assignment,,SCHG  240816P00099000,Equity Option,Removal,0.00,2,0.00,--,0.00,100,SCHG,SCHG,8/16/24,99,PUT,,0.00,USD | ASSIGNED CLOSES 2 SCHG 2024-08-16 99 P @0 = 0.00 on 2024-08-16 17:00
         2024-08-16T17:00:00-0400,Receive Deliver,Buy to Open,BUY_TO_OPEN,SCHG,Equity,Buy to Open 200 SCHG @ 99.00,"-19,800.00",200,-99.00,--,-5.00,,,,,,,,"-19,805.00",USD | BUY 200 SCHG @99.00 = -19805.00 fee 5.00 on 2024-08-16 17:00
         2024-08-16T17:00:00-0400,Trade,Sell to Open,SELL_TO_OPEN,./ESU5 E3AQ5 250818P6460,Future Option,Sold,500.00,1,500.00,-1.25,-0.50,50,./ESU5,/ESU5,8/18/25,6460,PUT,1,498.25,USD | SELL OPENS -1 ./ESU5 E3AQ5 250818P6460 x50 @10 = 498.25 fee 1.75 on 2024-08-16 17:00
         2024-08-16T17:00:00-0400,Money Movement,Dividend,,SCHG,Equity,SCHWAB,-1.50,0,,--,0.00,,,,,,,,-1.50,USD            | WITHHOLDING SCHG = -1.50 on 2024-08-16 17:00
         2024-08-16T17:00:00-0400,Money Movement,Deposit,,,,INTEREST ON CREDIT BALANCE,1.50,0,,--,0.00,,,,,,,,1.50,USD     | INTEREST = 1.50 on 2024-08-16 17:00
         2024-08-16T17:00:00-0400,Money Movement,Withdrawal,,,,ACH,-50.00,0,,--,0.00,,,,,,,,-50.00,USD                     | WITHDRAWAL = -50.00 on 2024-08-16 17:00
         2024-08-16T17:00:00,Money Movement,Fee,,,,FEE,-5.00,0,,--,0.00,,,,,,,,-5.00,USD                                  | rejected f:2:1: Date '2024-08-16T17:00:00': expected a time such as 2024-08-16T23:00:00+0200, found none
         2024-08-16T17:00:00-0400,Money Movement,Mark to Market,,/ESU5,Future,x,-5.00,0,,--,0.00,,,,,,,,-5.00,USD         | rejected f:2:3: Sub Type 'Mark to Market': expected what can be carried out, found the daily settlement of a future
         2024-08-16T17:00:00-0400,Money Transfer,Fee,,,,FEE,-5.00,0,,--,0.00,,,,,,,,-5.00,USD                             | rejected f:2:2: Type 'Money Transfer': expected Trade, Receive Deliver or Money Movement, found an unknown one
        """)
    void a_line_is_told_in_our_words(String line, String activity) {
        Told told = Told.ofText(null, HEADER + line);
        assertThat(told.verdicts()).containsExactly("ignored header", activity);
        assertThat(told.warned()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', useHeadersInDisplayName = true, textBlock = """
         LINE                                                                                                               | ACTIVITY
         12/29/2020 3:36 PM,Trade,Sell to Open,PLTR,Sell,Open,1,01/15/2021,26,P,2.46,1.152,246,Sold 1 PLTR 01/15/21,X39     | SELL OPENS -1 PLTR 2021-01-15 26 P @2.46 = 244.848 fee 1.152 on 2020-12-29
         12/11/2020 11:00 PM,Receive Deliver,Assignment,PCG,,,3,12/11/2020,10.5,C,,0.00,0,Removal of option,X39             | ASSIGNED CLOSES 3 PCG 2020-12-11 10.5 C = 0.00 on 2020-12-11
         12/11/2020 11:00 PM,Receive Deliver,Sell to Open,PCG,Sell,Open,300,,,,10.5,5.16,3150,Sell to Open 300 PCG,X39      | SELL -300 PCG @10.5 = 3144.84 fee 5.16 on 2020-12-11
         12/11/2020 11:00 PM,Receive Deliver,Expiration,PCG,,,3,12/11/2020,10.5,C,,0.00,0,Removal of option,X39             | EXPIRED 3 PCG 2020-12-11 10.5 C = 0.00 on 2020-12-11
         12/11/2020 11:00 PM,Receive Deliver,Symbol Change,PCG,,,3,12/11/2020,10.5,C,,0.00,0,Symbol change,X39              | rejected f:2:3: Transaction Subcode 'Symbol Change': expected what can be carried out, found a change of what is held that takes two lines
        """)
    void a_line_of_the_years_before_is_told_in_our_words(String line, String activity) {
        assertThat(Told.ofText(null, OLD_HEADER + line).verdicts()).containsExactly("ignored header", activity);
    }

    @Test
    void an_option_that_ends_in_money_is_one_activity() {
        String option = "SPXW  240816P05500000,Equity Option,x,";
        assertThat(Told.ofText(
                                null,
                                HEADER + "2024-08-16T17:00:00-0400,Receive Deliver,Assignment,," + option
                                        + "0.00,1,0.00,--,0.00,100,SPXW,SPX,8/16/24,5500,PUT,,0.00,USD\n"
                                        + "2024-08-16T17:00:00-0400,Receive Deliver,Cash Settled Assignment,," + option
                                        + "-500.00,1,-500.00,--,-5.00,100,SPXW,SPX,8/16/24,5500,PUT,,-505.00,USD\n")
                        .verdicts())
                .containsExactly(
                        "ignored header",
                        "ignored option whose settlement in cash is a line of its own",
                        "CASH_SETTLED CLOSES 1 SPXW 2024-08-16 5500 P @5 = -505.00 fee 5.00 on 2024-08-16 17:00");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', useHeadersInDisplayName = true, textBlock = """
         SUB TYPE         | CLOSED                                                                  | OPENED                                                                 | ACTIVITY
         Symbol Change    | BUY_TO_CLOSE,BFT   210416P00015000,Equity Option,x,-132.00,1,-132.00,--,0.00,100,BFT,BFT,4/16/21,15,PUT | SELL_TO_OPEN,PSFE  210416P00015000,Equity Option,x,132.00,1,132.00,--,0.00,100,PSFE,PSFE,4/16/21,15,PUT | SYMBOL_CHANGE -1 BFT 2021-04-16 15 P became PSFE 2021-04-16 15 P = 0.00 on 2021-03-31 08:46
         Reverse Split    | SELL_TO_CLOSE,USO,Equity,x,250.00,100,2.50,--,0.00,,,,,,                | BUY_TO_OPEN,USO,Equity,x,-250.00,12,-20.83,--,0.00,,,,,,               | SPLIT -88 USO = 0.00 on 2021-03-31 08:46
         Stock Merger     | SELL_TO_CLOSE,AAA,Equity,x,250.00,100,2.50,--,0.00,,,,,,                | BUY_TO_OPEN,BBB,Equity,x,-240.00,30,-8.00,--,0.00,,,,,,                | MERGER 30 AAA became BBB = 10.00 on 2021-03-31 08:46
         Special Dividend | SELL_TO_CLOSE,CCC   210416C00015000,Equity Option,x,132.00,2,66.00,--,0.00,100,CCC,CCC,4/16/21,15,CALL | BUY_TO_OPEN,CCC   210416C00014000,Equity Option,x,-132.00,2,-66.00,--,0.00,100,CCC,CCC,4/16/21,14,CALL | SYMBOL_CHANGE 2 CCC 2021-04-16 15 C became CCC 2021-04-16 14 C = 0.00 on 2021-03-31 08:46
        """)
    void what_goes_on_under_other_terms_is_one_activity(String type, String closed, String opened, String activity) {
        String begin = "2021-03-31T12:46:00+0000,Receive Deliver," + type + ",";
        assertThat(Told.ofText(null, HEADER + begin + opened + ",,0.00,USD\n" + begin + closed + ",,0.00,USD\n")
                        .verdicts())
                .containsExactly("ignored header", "ignored told with line 3", activity);
        assertThat(Told.ofText(null, HEADER + begin + opened + ",,0.00,USD\n")
                        .verdicts()
                        .getLast())
                .contains("found 1 rows that cannot be joined");
    }

    @Test
    void a_total_that_is_another_sum_is_a_warning() {
        assertThat(Told.ofText(
                                null,
                                HEADER
                                        + "2024-08-16T17:00:00-0400,Money Movement,Fee,,,,FEE,-5.00,0,,--,0.00,,,,,,,,-7.00,USD")
                        .warned())
                .containsExactly(
                        "f:2:20: Total '-7.00': expected -5.00 by value, commissions and fees, found another sum");
    }
}
