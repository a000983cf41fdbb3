package io.alluse.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstradeTest {

    private static final String HEADER =
            "Symbol,Quantity,Price,Action,Description,TradeDate,SettledDate,Interest,Amount,Commission,Fee,CUSIP,RecordType\n";

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', useHeadersInDisplayName = true, textBlock = """
         LINE                                                                                            | ACTIVITY
         ,-1.00,3.20,SELL,PUT  HIMS   11/07/25    45     HIMS & HERS HEALTH INC    UNSOLICITED    OPEN CONTRACT,2025-11-05,2025-11-06,0.00,319.98,0.00,0.00,,Trade | SELL OPENS -1 HIMS 2025-11-07 45 P @3.20 = 319.98 fee 0.02 on 2025-11-05
         ,1.00,0.20,BUY,PUT IAG 02/21/25 6 IAMGOLD CORP CLOSING CONTRACT,2025-01-05,2025-01-06,0.00,-20.02,0.00,0.00,,Trade | BUY CLOSES 1 IAG 2025-02-21 6 P @0.20 = -20.02 fee 0.02 on 2025-01-05
         ,1.00,,Other,PUT IAG 02/21/25 6 IAMGOLD CORP A/E 155 ASSIGNED,2025-02-21,2025-02-24,0.00,0.00,0.00,0.00,,Financial | ASSIGNED CLOSES 1 IAG 2025-02-21 6 P = 0.00 on 2025-02-21
         ,1.00,,Other,PUT IAG 02/21/25 6 IAMGOLD CORP OPTION EXPIRATION,2025-02-21,2025-02-24,0.00,0.00,0.00,0.00,,Financial | EXPIRED CLOSES 1 IAG 2025-02-21 6 P = 0.00 on 2025-02-21
         IAG,100.00,6.00,BUY,IAMGOLD CORP A/E 155 ASSIGNED,2025-02-21,2025-02-24,0.00,-600.00,0.00,0.00,1,Trade | BUY OF_ASSIGNMENT 100 IAG @6.00 = -600.00 on 2025-02-21
         VOO,-1,700,SELL,VANGUARD,2026-05-02,2026-05-05,0,698.95,1,0.05,922908363,Trade                  | SELL -1 VOO @700 = 698.95 fee 1.05 on 2026-05-02
         VOO,0,,Dividend,VANGUARD CASH DIV NON-RES TAX WITHHELD $30.00,2026-05-03,2026-05-03,0,70,0,0,922908363,Financial | DIVIDEND VOO = 70.00 on 2026-05-03
         ,0,,Interest,INTEREST ON CREDIT BALANCE,2026-05-04,2026-05-04,0,1.25,0,0,,Financial              | INTEREST = 1.25 on 2026-05-04
         ,0,,Other,Wire Funds Received,2026-05-05,2026-05-05,0,1500.00,0,0,,Financial                    | DEPOSIT = 1500.00 on 2026-05-05
         ,0,,Other,WIRE FEE,2026-05-05,2026-05-05,0,-25.00,0,0,,Financial                                | FEE = -25.00 on 2026-05-05
         ,0,,Other,TFR from Type 1,2026-05-05,2026-05-05,0,0.10,0,0,,Financial                           | JOURNAL = 0.10 on 2026-05-05
         ,1,,BUY,SOMETHING,2026-05-05,2026-05-05,0,0.10,0,0,,Trade                                       | rejected f:2:5: Description 'SOMETHING': expected an option such as 'PUT NVDA 12/13/24 150.000', found none
         ,0,,Other,SOMETHING,2026-05-05,2026-05-05,0,0.10,0,0,,Financial                                 | rejected f:2:5: Description 'SOMETHING': expected one of ACAT*, ACH*, ADR FEE*, CHECK*, DEPOSIT*, JOURNAL*, REORG*, SERVICE FEE*, TFR*, TRANSFER*, WIRE FEE*, WIRE*, …, found an unknown one
        """)
    void a_line_is_told_in_our_words(String line, String activity) {
        assertThat(Told.ofText("firstrade", HEADER + line + "\n").verdicts())
                .containsExactly("ignored header", activity);
    }
}
