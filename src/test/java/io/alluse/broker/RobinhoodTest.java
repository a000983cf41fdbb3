package io.alluse.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobinhoodTest {

    private static final String HEADER =
            "\"Activity Date\",\"Process Date\",\"Settle Date\",\"Instrument\",\"Description\",\"Trans Code\",\"Quantity\",\"Price\",\"Amount\"\n";

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', useHeadersInDisplayName = true, textBlock = """
         LINE                                                                                                     | ACTIVITY
         "1/5/2024","1/5/2024","1/8/2024","SPY","SPY 2/2/2024 Put $474.00","STO","2","$1.30","$259.92"            | SELL OPENS -2 SPY 2024-02-02 474 P @1.30 = 259.92 fee 0.08 on 2024-01-05
         "1/5/24","1/8/24","1/8/24","SPY","SPY 2/2/2024 Put $474.00","BTC","2","$1.30","($1,260.08)"              | BUY CLOSES 2 SPY 2024-02-02 474 P @1.30 = -1260.08 on 2024-01-05 posted 2024-01-08
         "1/5/2024","1/5/2024","1/9/2024","TSLA","Tesla#CUSIP: 88160R101#1 TSLA Option Assigned","Buy","100","$240.00","($24,000.00)" | BUY OF_ASSIGNMENT 100 TSLA @240.00 = -24000.00 on 2024-01-05
         "1/5/2024","1/5/2024","1/9/2024","TSLA","Tesla#CUSIP: 88160R101","Sell","0.125","$240.00","$30.00"       | SELL -0.125 TSLA @240.00 = 30.00 on 2024-01-05
         "1/5/2024","1/8/2024","1/8/2024","TSLA","TSLA 1/5/2024 Put $240.00","OASGN","1","",""                    | ASSIGNED CLOSES 1 TSLA 2024-01-05 240 P = 0.00 on 2024-01-05 posted 2024-01-08
         "10/20/2023","10/20/2023","10/23/2023","NVDA","Option Expiration for NVDA 10/20/2023 Call $427.50","OEXP","3S","","" | EXPIRED CLOSES -3 NVDA 2023-10-20 427.5 C = 0.00 on 2023-10-20
         "10/20/2023","10/20/2023","10/23/2023","NVDA","Option Expiration for NVDA 10/20/2023 Call $427.50","OEXP","3","","" | EXPIRED CLOSES 3 NVDA 2023-10-20 427.5 C = 0.00 on 2023-10-20
         "1/5/2024","1/5/2024","1/8/2024","SPX","SPX 1/5/2024 Call $4,700.00","OEXCS","1S","","$250.00"           | CASH_SETTLED CLOSES -1 SPX 2024-01-05 4700 C = 250.00 on 2024-01-05
         "1/5/2024","1/5/2024","1/8/2024","MSFT","Cash Div: R/D 2023-12-29","CDIV","","","$7.50"                  | DIVIDEND MSFT = 7.50 on 2024-01-05
         "1/5/2024","1/5/2024","1/8/2024","","ACH Deposit","ACH","","","$50,000.00"                               | DEPOSIT = 50000.00 on 2024-01-05
         "1/5/2024","1/5/2024","1/8/2024","","ACH Withdrawal","ACH","","","($50.00)"                              | WITHDRAWAL = -50.00 on 2024-01-05
         "1/5/2024","1/5/2024","1/8/2024","","Gold Subscription Fee","GOLD","","","($5.00)"                       | FEE = -5.00 on 2024-01-05
         "1/5/2024","1/5/2024","1/8/2024","","Interest Payment","INT","","","$0.12345678"                         | INTEREST = 0.12345678 on 2024-01-05
         "","","","","","","","","","The data provided is for informational purposes only."                       | ignored disclaimer
         ""                                                                                                       | ignored blank line
         "1/5/2024","1/5/2024","1/8/2024","","?","ACHH","","","($5.00)"                                           | rejected f:2:6: Trans Code 'ACHH': expected one of ACATI, ACATO, ACH, AFEE, BCXL, BTC, BTO, Buy, CDIV, CIL, DCF, DFEE, …, found an unknown one, did you mean `ACH`?
         "1/5/2024","1/5/2024","1/8/2024","SPY","SPY","Buy","1","$1.30","****"                                    | rejected f:2:9: Amount '****': expected a number, found a masked one; export the statement with its amounts shown
         "1/5/2024","1/5/2024","1/8/2024","SPY","SPY","Buy","1","$1.30","1,30"                                    | rejected f:2:9: Amount '1,30': expected a number such as 1,234.56, found none
         "13/5/2024","1/5/2024","1/8/2024","SPY","SPY","Buy","1","$1.30","-1.30"                                  | rejected f:2:1: Activity Date '13/5/2024': expected a date such as 01/31/2024, found none
         "1/5/2024","1/5/2024","1/8/2024","SPY","SPY","Buy","1","$1.30","-1.30","x"                               | rejected f:2:10: row 'x': expected 9 columns, found 10 that are not blank
         "1/5/2024","1/5/2024","1/8/2024","SPY","SPY","OCA","1","",""                                             | rejected f:2:6: Trans Code 'OCA': expected what can be carried out, found an adjusted option, whose new terms the file does not tell
        """)
    void a_line_is_told_in_our_words(String line, String activity) {
        assertThat(Told.ofText(null, HEADER + line.replace('#', '\n') + "\n").verdicts())
                .containsExactly("ignored header", activity);
    }

    @Test
    void a_trade_whose_amount_cannot_be_right_is_a_warning() {
        Told told = Told.ofText(
                null,
                HEADER
                        + "\"1/5/24\",\"1/8/24\",\"1/8/24\",\"SPY\",\"SPY 2/2/2024 Put $474.00\",\"BTC\",\"2\",\"$1.30\",\"($1,260.08)\"\n");
        assertThat(told.warned())
                .containsExactly(
                        "f:2:1: amount '-1260.08': expected -260 by quantity, price and fees, found a difference of -1000.08");
    }
}
