package io.alluse.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             AAPL                         | AAPL    | 1
             BRK.B                        | BRK.B   | 1
             AAPL 2024-03-15 150 C        | AAPL    | 100
             AAPL1 2024-03-15 150 C       | AAPL    | 100
             AAPL1 2024-03-15 150 C x10   | AAPL    | 10
             SPXW 2025-08-18 6460 P       | SPX     | 100
             BRKB 2024-03-15 402.5 P      | BRK.B   | 100
             /ESU5                        | /ES     | 1
             ./ESU5 E3AQ5 250818P6460 x50 | /ES     | 50
             /M6EZ25                      | /M6E    | 1
             /ES                          | /ES     | 1
             912797KX4 x0.01              | 912797KX4 | 0.01
            """)
    void an_instrument_knows_what_it_is_on(String canonical, String underlying, BigDecimal multiplier) {
        Instrument instrument = Instrument.parse(canonical);
        assertThat(instrument.underlying()).isEqualTo(underlying);
        assertThat(instrument.multiplier()).isEqualByComparingTo(multiplier);
        assertThat(instrument).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_canonical_text_leads_back_to_the_instrument_with_seed(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            Instrument instrument = any(random);
            assertThat(Instrument.parse(instrument.canonical())).isEqualTo(instrument);
        }
    }

    private static Instrument any(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Share(letters(random, 8));
            case 1 -> new Share(letters(random, 8) + "." + letters(random, 4));
            case 2 -> new OpaqueInstrument("./" + letters(random, 6) + " " + letters(random, 20), decimal(random));
            case 3 -> option(random);
            default -> throw new AssertionError();
        };
    }

    private static OptionContract option(Random random) {
        return new OptionContract(
                letters(random, 6),
                LocalDate.of(2000, 1, 1).plusDays(random.nextInt(36_524)),
                decimal(random),
                random.nextBoolean() ? Right.CALL : Right.PUT,
                random.nextBoolean() ? OptionContract.USUAL_MULTIPLIER : decimal(random));
    }

    private static BigDecimal decimal(Random random) {
        return BigDecimal.valueOf(1 + random.nextInt(9_999_999), random.nextInt(4));
    }

    private static String letters(Random random, int most) {
        return random.ints(1L + random.nextInt(most), 'A', 'Z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void equal_numbers_make_equal_options() {
        assertThat(Notation.SCHWAB.read("APP 08/22/2025 475.00 C"))
                .isEqualTo(Notation.OCC.read("APP   250822C00475000"))
                .hasSameHashCodeAs(Notation.OCC.read("APP   250822C00475000"));
    }

    @Test
    void an_adjusted_contract_takes_the_multiplier_it_is_given() {
        OptionContract contract = (OptionContract) Instrument.parse("AAPL1 2024-03-15 150 C");
        assertThat(contract.withMultiplier(new BigDecimal("10.0"))).hasToString("AAPL1 2024-03-15 150 C x10");
        assertThat(contract.withMultiplier(new BigDecimal("100.00"))).isSameAs(contract);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " AAPL", "aapl", "AAPL.", "TOOLONGASYMBOL", "912797KX4"})
    void a_share_is_not_called_just_anything(String symbol) {
        assertThatThrownBy(() -> new Share(symbol))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("was '" + symbol + "'");
    }

    @Test
    void what_is_not_canonical_is_refused_with_what_would_be() {
        assertThatThrownBy(() -> Instrument.parse("AAPL 15MRZ24 150 C"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'AAPL 15MRZ24 150 C' is not a symbol such as 'AAPL' or 'AAPL 2024-03-15 150 C'");
    }
}
