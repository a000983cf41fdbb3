package io.alluse.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FidelityTest {

    private static final String HEADER =
            "Run Date,Account,Account Number,Action,Symbol,Description,Type,Price ($),Quantity,"
                    + "Commission ($),Fees ($),Accrued Interest ($),Amount ($),Settlement Date\n";

    /** Date, action, symbol, description, price, quantity, commission, fees, amount. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', useHeadersInDisplayName = true, textBlock = """
         DATE       | ACTION                                                      | SYMBOL          | DESCRIPTION         | NUMBERS                 | ACTIVITY
         01/05/2024 | YOU SOLD OPENING TRANSACTION PUT (SPY)                      | -SPY240119P450  | PUT (SPY) (100 SHS) | 1.30,-2,1.30,0.08,258.62 | SELL OPENS -2 SPY 2024-01-19 450 P @1.30 = 258.62 fee 1.38 on 2024-01-05
         01/05/2024 | YOU BOUGHT CLOSING TRANSACTION PUT (URNM)                   | ` -URNM230217P32.5` | PUT (URNM) (100 SHS) | .05,1,,,-5            | BUY CLOSES 1 URNM 2023-02-17 32.5 P @0.05 = -5.00 on 2024-01-05
         01/05/2024 | YOU SOLD CLOSING TRANSACTION CALL (XYZ1)                    | -XYZ1240119C5   | CALL (XYZ1) (33 SHS) | 1,-1,,,33              | SELL CLOSES -1 XYZ1 2024-01-19 5 C x33 @1 = 33.00 on 2024-01-05
         02/23/2026 | ASSIGNED as of Feb-20-2026 PUT (SPY)                        | -SPY260220P450  | PUT (SPY) (100 SHS) | ,2,,,                   | ASSIGNED CLOSES 2 SPY 2026-02-20 450 P = 0.00 on 2026-02-20 posted 2026-02-23
         07/13/2026 | YOU BOUGHT ASSIGNED PUTS AS OF 07-10-26 SPDR (SPY) (Margin) | SPY             | SPDR                | 450,200,,,-90000        | BUY OF_ASSIGNMENT 200 SPY @450 = -90000.00 on 2026-07-10 posted 2026-07-13
         07/13/2026 | YOU SOLD ASSIGNED CALLS AS OF 07-10-26 SPDR (SPY) (Margin)  | SPY             | SPDR                | 450,-200,,,90000        | SELL OF_ASSIGNMENT -200 SPY @450 = 90000.00 on 2026-07-10 posted 2026-07-13
         11/17/2025 | EXPIRED CALL (SPY) as of Nov-14-2025 (Margin)               | -SPY251114C700  | CALL (SPY) (100 SHS) | ,-3,,,                 | EXPIRED CLOSES -3 SPY 2025-11-14 700 C = 0.00 on 2025-11-14 posted 2025-11-17
         01-05-2024 | YOU BOUGHT MICROSOFT CORP (MSFT) (Cash)                     | MSFT            | MICROSOFT           | 370.5,0.123,,,-45.57    | BUY 0.123 MSFT @370.5 = -45.57 on 2024-01-05
         01/05/2024 | DIVIDEND RECEIVED MICROSOFT CORP (MSFT) (Cash)              | MSFT            | MICROSOFT           | ,0,,,7.5                | DIVIDEND MSFT = 7.50 on 2024-01-05
         01/05/2024 | DIVIDEND RECEIVED FIDELITY MONEY MARKET (SPAXX) (Cash)      | SPAXX           | MONEY MARKET        | ,0,,,1.23               | DIVIDEND SPAXX = 1.23 on 2024-01-05
         01/05/2024 | REINVESTMENT FIDELITY MONEY MARKET (SPAXX) (Cash)           | SPAXX           | MONEY MARKET        | 1,1.23,,,-1.23          | ignored sweep to or from the core fund
         01/05/2024 | REINVESTMENT MICROSOFT CORP (MSFT) (Cash)                   | MSFT            | MICROSOFT           | 375,0.02,,,-7.5         | BUY 0.02 MSFT @375 = -7.50 on 2024-01-05
         01/05/2024 | FOREIGN TAX PAID TAIWAN SEMI (TSM) (Cash)                   | TSM             | TAIWAN SEMI         | ,0,,,-1.5               | WITHHOLDING TSM = -1.50 on 2024-01-05
         01/05/2024 | Electronic Funds Transfer Paid (Cash)                       |                 | No Description      | ,,,,-500                | WITHDRAWAL = -500.00 on 2024-01-05
         01/05/2024 | TRANSFER OF ASSETS ACAT RECEIVE MICROSOFT CORP (MSFT)       | MSFT            | MICROSOFT           | ,15,,,                  | TRANSFER 15 MSFT = 0.00 on 2024-01-05
         01/05/2024 | JOURNALED CASH                                              |                 | No Description      | ,,,,250                 | JOURNAL = 250.00 on 2024-01-05
         01/05/2024 | DISTRIBUTION NVIDIA CORPORATION COM (NVDA) (Margin)         | NVDA            | NVIDIA              | ,90,,,                  | SPLIT 90 NVDA = 0.00 on 2024-01-05
         01/05/2024 | MERGER MER PAYOUT #REOR M005 ACTIVISION (ATVI)              | ATVI            | ACTIVISION          | ,-10,,,950              | MERGER -10 ATVI = 950.00 on 2024-01-05
         01/05/2024 | SOMETHING NEW                                               | MSFT            | MICROSOFT           | ,1,,,1                  | rejected f:2:4: Action 'SOMETHING NEW': expected one of ADVISORY FEE*, ASSIGNED*, BILL PAYMENT*, CASH CONTRIBUTION*, CHECK PAID*, CHECK RECEIVED*, DIRECT DEBIT*, DIRECT DEPOSIT*, DISTRIBUTION SPINOFF*, DISTRIBUTION*, DIVIDEND RECEIVED*, ELECTRONIC F…, found an unknown one
         01/05/2024 | YOU SOLD OPENING TRANSACTION PUT (SPY)                      | -SPY240119P450  | PUT (SPY) (0 SHS)   | 1,-1,,,1                | rejected f:2:6: Description 'PUT (SPY) (0 SHS)': expected the shares of a contract such as (100 SHS), found none
         02/23/2026 | ASSIGNED as of Feb-30-2026 PUT (SPY)                        | -SPY260220P450  | PUT                 | ,2,,,                   | rejected f:2:4: Action 'ASSIGNED as of Feb-30-2026 PUT (SPY)': expected a date such as 01/31/2024, found none
        """)
    void a_line_is_told_in_our_words(
            String date, String action, @Nullable String symbol, String description, String numbers, String activity) {
        String[] number = numbers.split(",", -1);
        String line = String.join(
                ",",
                date,
                "\"Individual - TOD\"",
                "\"Z12345678\"",
                "\"" + action + "\"",
                symbol == null ? "" : symbol,
                "\"" + description + "\"",
                "Cash",
                number[0],
                number[1],
                number[2],
                number[3],
                "",
                number[4],
                "");
        assertThat(Told.ofText(null, HEADER + line + "\n").verdicts()).containsExactly("ignored header", activity);
    }

    @Test
    void the_account_is_told_by_number() {
        String row = "01/05/2024,\"Individual - TOD\",\"Z12345678\",\"JOURNALED\",,\"No Description\",Cash,,,,,,1,\n";
        assertThat(Told.ofText(null, HEADER + row).activities().getFirst().account())
                .isEqualTo("Z12345678");
    }

    @Test
    void two_rows_of_a_reverse_split_are_one_change() {
        Told told = Told.ofText(
                null,
                HEADER
                        + "01/05/2024,A,Z1,REVERSE SPLIT R/S FROM 98979F107#REOR M1,ZOM,\"ZOM\",Cash,,5,,,,,\n"
                        + "01/05/2024,A,Z1,REVERSE SPLIT R/S TO 98980M109#REOR M1,98979F107,\"ZOM\",Cash,,-400,,,,,\n");
        assertThat(told.verdicts())
                .containsExactly(
                        "ignored header",
                        "ignored told with line 3",
                        "SYMBOL_CHANGE 5 98979F107 x0.01 became ZOM = 0.00 on 2024-01-05");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', useHeadersInDisplayName = true, textBlock = """
         BALANCES              | STATED                                                | WARNED
         Processing,350,150    | closing 450.00 2024-01-04; opening 50.00 2024-01-02   |
         450,350,150           | closing 450.00 2024-01-04; opening 50.00 2024-01-02   |
         450,351,150           | closing 450.00 2024-01-04; opening 50.00 2024-01-02   | f:4:1: balance '450.00': expected 451.00 by the balance below it, found another one
         Processing,Processing,Processing |                                            |
        """)
    void the_running_balance_tells_what_was_there_before_and_after(
            String balances, @Nullable String stated, @Nullable String warned) {
        String[] balance = balances.split(",", -1);
        Told told = Told.ofText(
                null,
                "\uFEFF\n\nRun Date,Action,Symbol,Description,Type,Price ($),Quantity,Commission ($),Fees ($),"
                        + "Accrued Interest ($),Amount ($),Cash Balance ($),Settlement Date\n"
                        + "01/04/2024,DIRECT DEPOSIT,,\"No Description\",Cash,,,,,,100," + balance[0] + ",\n"
                        + "01/03/2024,DIRECT DEPOSIT,,\"No Description\",Cash,,,,,,200," + balance[1] + ",\n"
                        + "01/02/2024,DIRECT DEPOSIT,,\"No Description\",Cash,,,,,,100," + balance[2] + ",\n"
                        + "\n\"The data and information in this spreadsheet, and so on\"\n\nDate downloaded 01/05/2024 6:59 am");
        assertThat(String.join("; ", told.stated())).isEqualTo(stated == null ? "" : stated);
        assertThat(String.join("; ", told.warned())).isEqualTo(warned == null ? "" : warned);
        assertThat(told.verdicts())
                .endsWith("ignored disclaimer", "ignored blank line", "ignored date of the download");
    }

    @Test
    void another_currency_than_dollars_is_rejected() {
        Told told = Told.ofText(
                null,
                "Run Date,Account,Account Number,Action,Symbol,Description,Type,Exchange Quantity,Exchange Currency,Currency,"
                        + "Price,Quantity,Exchange Rate,Commission,Fees,Accrued Interest,Amount,Settlement Date\n"
                        + "01/04/2024,A,Z1,YOU BOUGHT TOYOTA,7203,\"T\",Cash,100,JPY,USD,20,1,0.007,,,,-20,\n");
        assertThat(told.verdicts())
                .last()
                .isEqualTo("rejected f:2:9: Exchange Currency 'JPY': expected USD, found another currency");
    }
}
