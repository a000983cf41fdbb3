package io.alluse.instrument;

import static io.alluse.instrument.WordedOption.Part.DATE;
import static io.alluse.instrument.WordedOption.Part.DAY;
import static io.alluse.instrument.WordedOption.Part.MONTH;
import static io.alluse.instrument.WordedOption.Part.MULTIPLIER;
import static io.alluse.instrument.WordedOption.Part.RIGHT;
import static io.alluse.instrument.WordedOption.Part.ROOT;
import static io.alluse.instrument.WordedOption.Part.STRIKE;
import static io.alluse.instrument.WordedOption.Part.YEAR;

import org.jspecify.annotations.Nullable;

/** How instruments are written; plain loops instead of patterns, since a statement names a million of them. */
public enum Notation {
    /** Ours. */
    CANONICAL("AAPL 2024-03-15 150 C"),
    /** The clearing corporation's, padded to 21 characters or not; tastytrade, Flex. */
    OCC("AAPL  240315C00150000"),
    INTERACTIVE_BROKERS("AAPL 15MAR24 150 C"),
    SCHWAB("APP 08/22/2025 475.00 C"),
    FIDELITY("-SPY240119P450"),
    ROBINHOOD("SPY 1/2/2024 Put $474.00"),
    THINKORSWIM("SPY 100 (Weeklys) 14 JAN 26 686 PUT"),
    TD_AMERITRADE("RBLX Mar 18 2022 80.0 Put"),
    ETRADE("NVDA Dec 13 '24 $150 Put"),
    /** The description of an option at E*TRADE and Firstrade; what follows the strike is the name of the company. */
    DESCRIPTION("PUT NVDA 12/13/24 150.000");

    private final String example;

    Notation(String example) {
        this.example = example;
    }

    /** Nothing where the text is no instrument in this notation; then {@link #expected()} says what one looks like. */
    public @Nullable Instrument read(String text) {
        return switch (this) {
            case CANONICAL -> CanonicalText.read(text);
            case DESCRIPTION -> option(text);
            case OCC, INTERACTIVE_BROKERS, SCHWAB, FIDELITY, ROBINHOOD, THINKORSWIM, TD_AMERITRADE, ETRADE ->
                symbol(text);
        };
    }

    private @Nullable Instrument symbol(String text) {
        OptionContract contract = option(text);
        if (contract != null) {
            return contract;
        }
        return OpaqueInstrument.isName(text) ? OpaqueInstrument.of(text) : Share.read(text);
    }

    @Nullable
    OptionContract option(String text) {
        return switch (this) {
            case OCC -> CompactOption.occ(text);
            case FIDELITY -> CompactOption.dashed(text);
            case CANONICAL, INTERACTIVE_BROKERS, SCHWAB -> WordedOption.read(text, ROOT, DATE, STRIKE, RIGHT);
            case ROBINHOOD -> WordedOption.read(text, ROOT, DATE, RIGHT, STRIKE);
            case THINKORSWIM -> WordedOption.read(text, ROOT, MULTIPLIER, DAY, MONTH, YEAR, STRIKE, RIGHT);
            case TD_AMERITRADE, ETRADE -> WordedOption.read(text, ROOT, MONTH, DAY, YEAR, STRIKE, RIGHT);
            case DESCRIPTION -> WordedOption.read(text, RIGHT, ROOT, DATE, STRIKE);
        };
    }

    /** {@code a symbol such as 'AAPL' or 'AAPL 15MAR24 150 C'}. */
    public String expected() {
        return this == DESCRIPTION
                ? "an option such as '" + example + "'"
                : "a symbol such as 'AAPL' or '" + example + "'";
    }
}
