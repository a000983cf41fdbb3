package io.alluse.taxledger;

import io.alluse.instrument.Instrument;
import java.math.BigDecimal;
import java.util.Optional;

/** Prices at the end of the last trading day of a year: what section 1256 contracts are treated as sold for. */
@FunctionalInterface
public interface YearEndMarks {

    YearEndMarks NONE = (instrument, year) -> Optional.empty();

    /** Per unit of the underlying, as options are quoted. */
    Optional<BigDecimal> price(Instrument instrument, int year);
}
