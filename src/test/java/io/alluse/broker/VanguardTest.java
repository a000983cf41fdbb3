package io.alluse.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VanguardTest {

    private static final String HEADER =
            "Account Number,Trade Date,Settlement Date,Transaction Type,Transaction Description,"
                    + "Investment Name,Symbol,Shares,Share Price,Principal Amount,Commission Fees,Net Amount,Accrued Interest,Account Type,\n";

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', useHeadersInDisplayName = true, textBlock = """
         LINE                                                                                                       | ACTIVITY
         1,2025-01-02,2025-01-03,Buy,Buy,VANGUARD TOTAL STOCK,VTI,10,240.00,-2400.00,1.00,-2401.00,0.0,CASH,        | BUY 10 VTI @240.00 = -2401.00 fee 1.00 on 2025-01-02
         1,01/02/2025,01/03/2025,Buy,Buy,VANGUARD TOTAL STOCK,VTI,10,240.00,(2400.00),0.00,(2400.00),0.0,CASH,      | BUY 10 VTI @240.00 = -2400.00 on 2025-01-02
         1,2025-01-02,2025-01-03,Sell,Sell,VANGUARD TOTAL STOCK,VTI,-10,240.00,2400.00,0.0,2400.00,0.0,CASH,        | SELL -10 VTI @240.00 = 2400.00 on 2025-01-02
         1,2025-01-02,2025-01-03,Sell to open,Sell to open,PUT AAPL 04/25/25 170.00,,-1,4.50,450,1,449,0.0,MARGIN,  | SELL OPENS -1 AAPL 2025-04-25 170 P @4.50 = 449.00 fee 1.00 on 2025-01-02
         1,2025-01-02,2025-01-03,Dividend,Dividend Received,VANGUARD FEDERAL MONEY MARKET,VMFXX,0,1.0,1.23,0,1.23,0.0,CASH, | DIVIDEND VMFXX = 1.23 on 2025-01-02
         1,2025-01-02,2025-01-03,Reinvestment,Dividend Reinvestment,VANGUARD FEDERAL MONEY MARKET,VMFXX,1.23,1.0,-1.23,0,-1.23,0.0,CASH, | ignored sweep to or from the settlement fund
         1,2025-01-02,2025-01-03,Reinvestment,Dividend Reinvestment,VANGUARD TOTAL STOCK,VTSAX,0.5,119.00,-59.50,0,-59.50,0.0,CASH, | BUY 0.5 VTSAX @119.00 = -59.50 on 2025-01-02
         1,2025-01-02,2025-01-03,Sweep out,Sweep out,SWEEP,,0,1.0,-100,0,-100,0.0,CASH,                             | ignored sweep to or from the settlement fund
         1,2025-01-02,2025-01-02,Withdrawal,Electronic Bank Transfer,CASH,,0,1.0,-100,0,-100,0.0,CASH,              | WITHDRAWAL = -100.00 on 2025-01-02
         1,2025-01-02,2025-01-02,Transfer (outgoing),Transfer to other account,VANGUARD TOTAL STOCK,VTI,-5,0,0,0,0,0.0,CASH, | TRANSFER -5 VTI = 0.00 on 2025-01-02
         1,2025-01-02,2025-01-02,Corp Action (Split),Split,VANGUARD TOTAL STOCK,VTI,5,0,0,0,0,0.0,CASH,             | rejected f:2:4: Transaction Type 'Corp Action (Split)': expected what can be carried out, found a corporate action, whose terms the file does not tell
         1,2025-01-02,2025-01-03,Sell to open,Sell to open,SOME OPTION,,-1,4.50,450,1,449,0.0,MARGIN,               | rejected f:2:1: row '1': expected the name of what is held, found none
        """)
    void a_line_is_told_in_our_words(String line, String activity) {
        assertThat(Told.ofText(null, HEADER + line + "\n").verdicts()).containsExactly("ignored header", activity);
    }

    @Test
    void one_file_tells_what_several_accounts_hold_and_what_happened_in_them() {
        Told told = Told.ofText(
                null, """
                Account Number,Investment Name,Symbol,Shares,Share Price,Total Value,
                12345678,VANGUARD TOTAL STOCK,VTI,10,"$240.00","$2,400.00",
                12345678,VANGUARD FEDERAL MONEY MARKET,VMFXX,500.00,1.00,500.00,
                87654321,U S TREASURY NOTE,,1000,99.50,995.00,

                """ + HEADER + "87654321,2025-01-02,2025-01-03,Interest,Interest,CASH,,0,1.0,5,0,5,0.0,CASH,\n");
        assertThat(told.stated()).containsExactly("position 10 VTI", "closing 500.00 null");
        assertThat(told.verdicts())
                .containsExactly(
                        "ignored header",
                        "ignored position held",
                        "ignored cash held",
                        "rejected f:4:3: Symbol '': expected a symbol such as 'AAPL' or 'AAPL  240315C00150000', found nothing",
                        "ignored blank line",
                        "ignored header",
                        "INTEREST = 5.00 on 2025-01-02");
        assertThat(told.activities().getFirst().account()).isEqualTo("87654321");
    }
}
