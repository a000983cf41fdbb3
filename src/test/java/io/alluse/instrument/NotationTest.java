package io.alluse.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             OCC                 | AAPL  240315C00150000                | AAPL 2024-03-15 150 C
             OCC                 | AAPL240315C00150000                  | AAPL 2024-03-15 150 C
             OCC                 | SPXW  250818P06460000                | SPXW 2025-08-18 6460 P
             OCC                 | F     230120P00012500                | F 2023-01-20 12.5 P
             OCC                 | AAPL1 240315C00150000                | AAPL1 2024-03-15 150 C
             OCC                 | SCHG  240920C00099000                | SCHG 2024-09-20 99 C
             OCC                 | ./ESU5 E3AQ5 250818P6460             | ./ESU5 E3AQ5 250818P6460
             OCC                 | /ESU5                                | /ESU5
             OCC                 | BRK/B                                | BRK.B
             INTERACTIVE_BROKERS | AAPL 15MAR24 150 C                   | AAPL 2024-03-15 150 C
             INTERACTIVE_BROKERS | ARKK 19SEP25 80 C                    | ARKK 2025-09-19 80 C
             INTERACTIVE_BROKERS | BRK B 15MAR24 402.5 P                | BRKB 2024-03-15 402.5 P
             INTERACTIVE_BROKERS | BRK B                                | BRK.B
             SCHWAB              | APP 08/22/2025 475.00 C              | APP 2025-08-22 475 C
             SCHWAB              | RKLB 06/13/2025 27.00 P              | RKLB 2025-06-13 27 P
             SCHWAB              | SPXW 06/13/2025 5,975.00 P           | SPXW 2025-06-13 5975 P
             SCHWAB              | 912797KX4                            | 912797KX4 x0.01
             FIDELITY            | -SPY240119P450                       | SPY 2024-01-19 450 P
             FIDELITY            | -URNM230217P32.5                     | URNM 2023-02-17 32.5 P
             FIDELITY            | -CCP1230217C5                        | CCP1 2023-02-17 5 C
             FIDELITY            | BRKB                                 | BRK.B
             FIDELITY            | SPAXX**                              | SPAXX**
             ROBINHOOD           | SPY 1/2/2024 Put $474.00             | SPY 2024-01-02 474 P
             ROBINHOOD           | NVDA 10/20/2023 Call $427.50         | NVDA 2023-10-20 427.5 C
             ROBINHOOD           | BKNG 10/20/2023 Call $3,050.00       | BKNG 2023-10-20 3050 C
             THINKORSWIM         | SPY 100 (Weeklys) 14 JAN 26 686 PUT  | SPY 2026-01-14 686 P
             THINKORSWIM         | SPX 100 19 MAR 21 [AM] 3900 CALL     | SPX 2021-03-19 3900 C
             THINKORSWIM         | XYZ1 33 19 MAR 21 2.5 CALL           | XYZ1 2021-03-19 2.5 C x33
             TD_AMERITRADE       | RBLX Mar 18 2022 80.0 Put            | RBLX 2022-03-18 80 P
             TD_AMERITRADE       | CHWY Jan 7 2022 60.0 Call            | CHWY 2022-01-07 60 C
             ETRADE              | NVDA Dec 13 '24 $150 Put             | NVDA 2024-12-13 150 P
             DESCRIPTION         | PUT  NVDA   12/13/24   150.000       | NVDA 2024-12-13 150 P
             DESCRIPTION         | PUT IAG 02/21/25 6 IAMGOLD CORP OPEN | IAG 2025-02-21 6 P
             CANONICAL           | AAPL1 2024-03-15 150 C x10           | AAPL1 2024-03-15 150 C x10
             CANONICAL           | ./ESU5 E3AQ5 250818P6460 x50         | ./ESU5 E3AQ5 250818P6460 x50
            """, quoteCharacter = '"')
    void every_notation_leads_to_one_canonical_text(Notation notation, String text, String canonical) {
        assertThat(notation.read(text)).hasToString(canonical);
        assertThat(Instrument.parse(canonical)).isEqualTo(notation.read(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             OCC                 | AAPL  240230C00150000
             OCC                 | AAPL  240315X00150000
             OCC                 | AAPL  240315C00000000
             OCC                 | AAPLXYZ240315C00150000
             INTERACTIVE_BROKERS | AAPL 15MRZ24 150 C
             INTERACTIVE_BROKERS | AAPL 31FEB24 150 C
             SCHWAB              | APP 13/22/2025 475.00 C
             SCHWAB              | APP 08/22/2025 -475.00 C
             SCHWAB              | APP 08/22/2025 4.7.5 C
             SCHWAB              | Account Total
             FIDELITY            | -SPY240119X450
             FIDELITY            | -SPY
             ROBINHOOD           | SPY 1/2/2024 Puts $474.00
             THINKORSWIM         | SPY 0 14 JAN 26 686 PUT
             TD_AMERITRADE       | RBLX Mar 0 2022 80.0 Put
             ETRADE              | NVDA Dec 13 '124 $150 Put
             DESCRIPTION         | NVIDIA CORP
             DESCRIPTION         | PUT NVDA
             CANONICAL           | aapl
             CANONICAL           | AAPL 2024-3-15 150 C
             CANONICAL           | AAPL x10
             CANONICAL           | ""
            """, quoteCharacter = '"')
    void what_is_no_instrument_is_not_read_as_one(Notation notation, String text) {
        assertThat(notation.read(text)).isNull();
        assertThat(new InstrumentReader(notation).read(text)).isNull();
        assertThat(notation.expected()).startsWith("a").contains(" such as '");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             0FUBO.D110029000 | 2021-01-01 | FUBO 2021-04-01 29 C
             0FUBO.D110029000 | 2021-04-05 | FUBO 2021-04-01 29 C
             0SPY..XV10450500 | 2021-12-31 | SPY 2021-12-31 450.5 P
             0SPY..MK00300000 | 2020-01-21 | SPY 2020-01-20 300 P
             0SPY..MK00300000 | 2019-12-21 | SPY 2020-01-20 300 P
             0SPY..MK90300000 | 2020-01-21 | SPY 2019-01-20 300 P
             0SPY..ZK00300000 | 2020-01-21 |
             0SPY..B000300000 | 2020-01-21 |
             1SPY..BK00300000 | 2020-01-21 |
             0SPY.BK00300000  | 2020-01-21 |
            """)
    void an_old_code_is_read_in_the_decade_of_its_line(String code, LocalDate line, String canonical) {
        OptionContract contract = TdAmeritradeCode.read(code, line);
        assertThat(contract == null ? null : contract.canonical()).isEqualTo(canonical);
    }

    @Test
    void a_reader_remembers_what_it_has_read() {
        InstrumentReader reader = new InstrumentReader(Notation.OCC);
        assertThat(reader.read("AAPL  240315C00150000")).isSameAs(reader.read("AAPL  240315C00150000"));
    }
}
