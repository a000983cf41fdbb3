package io.alluse.report;

import io.alluse.calendar.BusinessDays;
import io.alluse.instrument.Instrument;
import io.alluse.price.Price;
import io.alluse.price.Prices;
import io.alluse.taxledger.YearEndMarks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Closes of the last business day of a year, as they were loaded; an older price is none. */
final class LoadedMarks implements YearEndMarks {

    private static final int LAST_DAY = 31;

    private record Mark(String instrument, int year) {}

    private final Prices prices;
    private final Map<Mark, Optional<BigDecimal>> known = new HashMap<>();

    LoadedMarks(Prices prices) {
        this.prices = prices;
    }

    @Override
    public Optional<BigDecimal> price(Instrument instrument, int year) {
        return known.computeIfAbsent(new Mark(instrument.canonical(), year), this::read);
    }

    private Optional<BigDecimal> read(Mark mark) {
        LocalDate last = BusinessDays.atOrBefore(LocalDate.of(mark.year(), Month.DECEMBER, LAST_DAY));
        return Optional.ofNullable(prices.at(List.of(mark.instrument()), last).get(mark.instrument()))
                .filter(price -> price.date().equals(last))
                .map(Price::close);
    }
}
