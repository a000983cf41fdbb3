package io.alluse.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InteractiveBrokersTest {

    private static final String HEAD = """
            \uFEFFStatement,Header,Field Name,Field Value
            Statement,Data,Title,Activity Statement
            Statement,Data,Period,"February 1, 2024 - February 29, 2024"
            """;
    private static final String TRADES =
            "Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,"
                    + "T. Price,C. Price,Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code\n";

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', useHeadersInDisplayName = true, textBlock = """
         LINE                                                                                                         | ACTIVITY
         Stocks,USD,ARKK,"2025-09-19, 16:20:00",-100,80,84.96,8000,-0.0166,-3860.3,4302.62916,-496,A;C                | SELL OF_ASSIGNMENT -100 ARKK @80 = 7999.9834 fee 0.0166 on 2025-09-19 16:20
         Equity and Index Options,USD,ARKK 19SEP25 80 C,"2025-09-19, 16:20:00",1,0,4.96,0,0,162.9,0,496,A;C           | ASSIGNED CLOSES 1 ARKK 2025-09-19 80 C @0 = 0.00 on 2025-09-19 16:20
         Equity and Index Options,USD,ARKK 19SEP25 80 C,"2025-09-19, 16:20:00",-1,0,4.96,0,0,162.9,0,496,C;Ex         | EXERCISED CLOSES -1 ARKK 2025-09-19 80 C @0 = 0.00 on 2025-09-19 16:20
         Stocks,USD,ARKK,"2025-09-19, 16:20:00",100,80,84.96,-8000,0,-3860.3,0,-496,Ex;O                              | BUY OF_EXERCISE 100 ARKK @80 = -8000.00 on 2025-09-19 16:20
         Equity and Index Options,USD,ARKK 19SEP25 80 C,"2025-09-19, 16:20:00",1,0,4.96,0,0,162.9,0,496,C;Ep          | EXPIRED CLOSES 1 ARKK 2025-09-19 80 C @0 = 0.00 on 2025-09-19 16:20
         Equity and Index Options,USD,SPX 19SEP25 5000 P,"2025-09-19, 16:20:00",1,5,4.96,-500,0,162.9,0,496,A;C       | CASH_SETTLED CLOSES 1 SPX 2025-09-19 5000 P @5 = -500.00 on 2025-09-19 16:20
         Stocks,USD,BRK B,"2025-09-19, 10:20:00",10,480.123456789,481,-4801.23456789,-1.123456789,0,0,0,O;P          | BUY OPENS 10 BRK.B @480.123456789 = -4802.35802468 fee 1.12345679 on 2025-09-19 10:20
         Stocks,USD,AAPL,"2025-09-19, 10:20:00","-1,000",10,10,"10,000",-1,0,0,0,C;O                                  | SELL -1000 AAPL @10 = 9999.00 fee 1.00 on 2025-09-19 10:20
         Futures,USD,ESZ5,"2025-09-19, 10:20:00",1,5000,10,0,-2.25,0,0,0,O                                            | BUY OPENS 1 /ESZ5 @5000 = -2.25 fee 2.25 on 2025-09-19 10:20
         Stocks,EUR,SAP,"2025-09-19, 10:20:00",10,100,100,-1000,-1,0,0,0,O                                            | rejected f:5:5: Currency 'EUR': expected USD, found another currency, which is not kept here
         Forex,USD,EUR.USD,"2025-09-19, 10:20:00",10,1.1,1.1,-11,-1,0,0,0,                                            | rejected f:5:4: Asset Category 'Forex': expected Stocks, Equity and Index Options or Futures, found another
         Stocks,USD,AAPL,2025-09-19,10,100,100,-1000,-1,0,0,0,O                                                       | rejected f:5:7: Date/Time '2025-09-19': expected a time such as 2024-01-31, 16:20:00, found none
        """)
    void a_trade_is_told_in_our_words(String line, String activity) {
        assertThat(last(HEAD + TRADES + "Trades,Data,Order," + line)).isEqualTo(activity);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', useHeadersInDisplayName = true, textBlock = """
         SECTION                | COLUMNS                                    | LINE                                                                           | ACTIVITY
         Dividends              | Currency,Date,Description,Amount           | USD,2024-02-15,AAPL(US0378331005) Cash Dividend USD 0.25 per Share (Ordinary Dividend),25 | DIVIDEND AAPL = 25.00 on 2024-02-15
         Dividends              | Currency,Date,Description,Amount           | USD,2024-02-15,O(US7561091049) Cash Dividend USD 0.25 per Share (Return of Capital),25    | RETURN_OF_CAPITAL O = 25.00 on 2024-02-15
         Withholding Tax        | Currency,Account,Date,Description,Amount,Code | USD,U7,2024-02-15,AAPL(US0378331005) Cash Dividend USD 0.25 per Share - US Tax,-3.75,  | WITHHOLDING AAPL = -3.75 on 2024-02-15
         Interest               | Currency,Date,Description,Amount           | USD,2024-02-05,USD Debit Interest for Jan-2024,-1.20                           | INTEREST = -1.20 on 2024-02-05
         Fees                   | Subtitle,Currency,Date,Description,Amount  | Other Fees,USD,2024-02-05,Snapshot,-0.03                                       | FEE = -0.03 on 2024-02-05
         Deposits & Withdrawals | Currency,Settle Date,Description,Amount    | USD,2024-02-05,Disbursement,"-1,000"                                           | WITHDRAWAL = -1000.00 on 2024-02-05
         Deposits & Withdrawals | Currency,Settle Date,Description,Amount    | USD,2024-02-05,Internal Transfer,500                                           | JOURNAL = 500.00 on 2024-02-05
         Dividends              | Currency,Date,Description,Amount           | Total,,,0                                                                      | ignored total
         Dividends              | Currency,Date,Description,Amount           | EUR,2024-02-15,SAP(DE0007164600) Cash Dividend,25                              | rejected f:5:3: Currency 'EUR': expected USD, found another currency, which is not kept here
         Corporate Actions      | Asset Category,Currency,Report Date,Date/Time,Description,Quantity,Proceeds,Value,Realized P/L,Code | Stocks,USD,2024-06-10,"2024-06-07, 20:25:00","NVDA(US67066G1040) Split 10 for 1 (NVDA, NVIDIA CORP, US67066G1040)",90,0,0,0, | SPLIT 90 NVDA = 0.00 on 2024-06-07 posted 2024-06-10
         Corporate Actions      | Asset Category,Currency,Report Date,Date/Time,Description,Quantity,Proceeds,Value,Realized P/L,Code | Stocks,USD,2024-06-10,"2024-06-07, 20:25:00","GE(US3696043013) Spinoff  1 for 4 (GEV, GE VERNOVA, US36828A1016)",25,0,0,0,    | SPIN_OFF 25 GE became GEV = 0.00 on 2024-06-07 posted 2024-06-10
         Corporate Actions      | Asset Category,Currency,Report Date,Date/Time,Description,Quantity,Proceeds,Value,Realized P/L,Code | Stocks,USD,2024-06-10,"2024-06-07, 20:25:00","ATVI(US00507V1098) Merged(Acquisition) for USD 95.00 per Share (ATVI, ACTIVISION, US00507V1098)",-10,950,0,0, | MERGER -10 ATVI = 950.00 on 2024-06-07 posted 2024-06-10
         Transfers              | Asset Category,Currency,Symbol,Date,Type,Direction,Xfer Company,Xfer Account,Qty,Xfer Price,Market Value,Realized P/L,Cash Amount,Code | Stocks,USD,AAPL,2024-02-05,ACATS,In,SCHWAB,123,100,--,18000,0,0, | TRANSFER 100 AAPL = 0.00 on 2024-02-05
         Transfers              | Asset Category,Currency,Symbol,Date,Type,Direction,Xfer Company,Xfer Account,Qty,Xfer Price,Market Value,Realized P/L,Cash Amount,Code | Stocks,USD,--,2024-02-05,ACATS,In,SCHWAB,123,0,--,0,0,250.50, | JOURNAL = 250.50 on 2024-02-05
        """)
    void what_is_no_trade_is_told_in_our_words(String section, String columns, String line, String activity) {
        assertThat(last(HEAD + section + ",Header," + columns + "\n" + section + ",Data," + line))
                .isEqualTo(activity);
    }

    @Test
    void an_order_and_the_executions_that_fill_it_count_once() {
        String order = "Trades,Data,Order,Stocks,USD,AAPL,\"2024-02-19, 10:20:00\",10,100,100,-1000,-1,1001,0,0,O\n";
        String lot = "Trades,Data,ClosedLot,Stocks,USD,AAPL,2024-01-19,10,100,,,,1001,0,0,ST\n";
        assertThat(took(HEAD + TRADES + order + order.replace("Order", "Trade") + lot))
                .hasSize(1);
        assertThat(took(HEAD + TRADES + order.replace("Order", "Trade") + order.replace("Order", "Trade") + lot))
                .hasSize(2);
    }

    @Test
    void multipliers_and_the_account_are_known_wherever_they_stand() {
        Told told = Told.ofText(
                null,
                HEAD + TRADES
                        + "Trades,Data,Order,Equity and Index Options,USD,XYZ1 19SEP25 80 C,\"2024-02-19, 10:20:00\",1,2,2,-20,-1,0,0,0,O\n"
                        + """
                        Financial Instrument Information,Header,Asset Category,Symbol,Description,Conid,Underlying,Listing Exch,Multiplier,Expiry,Type,Strike,Code
                        Financial Instrument Information,Data,Equity and Index Options,XYZ1 19SEP25 80 C,XYZ,1,XYZ,CBOE,10,2025-09-19,C,80,
                        Account Information,Header,Field Name,Field Value
                        Account Information,Data,Account,U1234567
                        """);
        assertThat(told.activities().getFirst().account()).isEqualTo("U1234567");
        assertThat(told.verdicts())
                .contains("BUY OPENS 1 XYZ1 2025-09-19 80 C x10 @2 = -21.00 fee 1.00 on 2024-02-19 10:20");
        assertThat(told.warned()).isEmpty();
    }

    @Test
    void unknown_sections_and_columns_are_rejected_and_totals_that_do_not_tie_are_warnings() {
        Told told = Told.ofText(null, HEAD + """
                        Dividends,Header,Currency,Date,Description,Amount
                        Dividends,Data,USD,2024-02-15,AAPL(US0378331005) Cash Dividend,25
                        Dividends,Data,Total,,,30
                        Interest,Header,Currency,Date,Description,Amount,Colour
                        Interest,Data,USD,2024-02-15,Credit,1
                        Lottery,Data,USD,2024-02-15,Won,1
                        """);
        assertThat(told.verdicts())
                .endsWith(
                        "ignored total",
                        "rejected f:7:7: header 'Colour': expected one of the columns Interest, Header, Currency, [Account], Date, Description, Amount, [Code], found another one",
                        "rejected f:8:1: section 'Interest': expected a header above it that can be read, found none",
                        "rejected f:9:1: section 'Lottery': expected a section of an activity statement, found an unknown one");
        assertThat(told.warned()).containsExactly("f:6:6: Amount '30': expected a total of 25.00, found another one");
    }

    @Test
    void cash_is_stated_in_dollars_or_in_a_base_currency() {
        String report = """
                Cash Report,Header,Currency Summary,Currency,Total,Securities,Futures,Month to Date,Year to Date,
                Cash Report,Data,Starting Cash,Base Currency Summary,10,10,0,,,
                Cash Report,Data,Ending Cash,Base Currency Summary,30.123456789,30,0,,,
                """;
        assertThat(Told.ofText(null, HEAD + report).stated())
                .containsExactly("opening 10.00 2024-02-01", "closing 30.12345679 2024-02-29");
        assertThat(Told.ofText(
                                null,
                                HEAD
                                        + report
                                        + report.replace("Base Currency Summary", "USD")
                                                .replace("10,10", "5,5"))
                        .stated())
                .containsExactly("opening 5.00 2024-02-01", "closing 30.12345679 2024-02-29");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', useHeadersInDisplayName = true, textBlock = """
         LINE                                                                                                  | ACTIVITY
         2025-06-06,U***34567,Sell 200 APPLE INC (Assignment),Assignment,AAPL,-200.0,202.5,40500,-1.15895,40498.84105 | SELL OF_ASSIGNMENT -200 AAPL @202.5 = 40498.84105 fee 1.15895 on 2025-06-06
         2025-06-06,U***34567,AAPL 06JUN25 202.5 C,Assignment,AAPL  250606C00202500,2.0,0.0,0.0,-,0             | ASSIGNED CLOSES 2 AAPL 2025-06-06 202.5 C @0.0 = 0.00 on 2025-06-06
         2025-06-30,U***34567,USD Credit Interest for Jun-2025,Credit Interest,-,-,-,-,-,12.34                  | INTEREST = 12.34 on 2025-06-30
         2025-06-30,U***34567,Split,Corporate Action,AAPL,10,-,-,-,-                                            | rejected f:2:6: Transaction Type 'Corporate Action': expected what can be carried out, found a corporate action, which the activity statement tells in full
        """)
    void a_line_of_the_transaction_history_is_told_in_our_words(String line, String activity) {
        assertThat(last(
                        "interactive-brokers-history",
                        "Transaction History,Header,Date,Account,Description,Transaction Type,Symbol,Quantity,Price,Gross Amount ,Commission,Net Amount\n"
                                + "Transaction History,Data," + line))
                .isEqualTo(activity);
    }

    @Test
    void a_flex_query_counts_one_level_of_detail_whatever_columns_were_chosen() {
        String header =
                "HEADER,TRNT,ClientAccountID,Currency Primary,Asset Class,Symbol,Trade Date,Date/Time,Quantity,Trade Price,Net Cash,Notes/Codes,Level Of Detail,Colour\n";
        String row = "DATA,TRNT,U7,USD,STK,AAPL,20240205,\"20240205,101409\",10,100,-1001,O,EXECUTION,red\n";
        Told told = Told.ofText(
                "interactive-brokers-flex",
                "BOF,U7,x,1\nBOS,TRNT,Trades\n" + header + row + row.replace("EXECUTION", "ORDER")
                        + row.replace("EXECUTION", "CLOSED_LOT")
                        + row.replace("20240205,101409", "").replace("20240205", "2024-02-06")
                        + "EOS,TRNT,4\nEOF,U7\n");
        assertThat(told.verdicts())
                .isEqualTo(List.of(
                        "ignored begin or end of a section",
                        "ignored begin or end of a section",
                        "ignored header",
                        "BUY OPENS 10 AAPL @100 = -1001.00 on 2024-02-05 10:14:09",
                        "ignored another level of detail",
                        "ignored another level of detail",
                        "BUY OPENS 10 AAPL @100 = -1001.00 on 2024-02-06",
                        "ignored begin or end of a section",
                        "ignored begin or end of a section"));
    }

    @Test
    void a_day_of_a_flex_query_that_is_a_separator_only_is_none() {
        assertThat(last("interactive-brokers-flex", """
                        ClientAccountID,CurrencyPrimary,AssetClass,Symbol,TradeDate,DateTime,Quantity,TradePrice,NetCash,LevelOfDetail
                        U7,USD,STK,AAPL,;,;,10,100,-1001,EXECUTION
                        """))
                .isEqualTo("rejected f:2:5: TradeDate ';': expected a date such as 20240131 or 2024-01-31, found none");
    }

    private static List<String> took(String text) {
        return Told.ofText(null, text).verdicts().stream()
                .filter(verdict -> !verdict.startsWith("ignored"))
                .toList();
    }

    private static String last(String text) {
        return Told.ofText(null, text).verdicts().getLast();
    }

    private static String last(String format, String text) {
        return Told.ofText(format, text).verdicts().getLast();
    }
}
