package io.alluse.instrument;

import java.math.BigDecimal;

/** A stock, an exchange-traded fund or a fund. */
public record Share(String symbol) implements Instrument {

    public Share {
        if (symbol.isBlank() || !symbol.equals(symbol.strip())) {
            throw new IllegalArgumentException(
                    "a symbol is not blank and has no blanks around it, was '" + symbol + "'");
        }
    }

    @Override
    public String canonical() {
        return symbol;
    }

    @Override
    public BigDecimal multiplier() {
        return BigDecimal.ONE;
    }

    @Override
    public String underlying() {
        return symbol;
    }

    @Override
    public String toString() {
        return canonical();
    }
}
