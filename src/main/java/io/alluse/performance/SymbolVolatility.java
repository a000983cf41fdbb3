package io.alluse.performance;

import io.alluse.price.Price;
import io.alluse.price.Prices;
import io.alluse.sql.Session;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How wild the prices of symbols have been. Answers of a date are remembered, since the accounts of a run ask the same. Safe for threads. */
public final class SymbolVolatility {

    private static final int DECIMALS = 4;

    private final Prices prices;
    private volatile Known known = new Known(LocalDate.MIN, Map.of());

    public SymbolVolatility(Session session) {
        this.prices = new Prices(session);
    }

    private record Asked(String symbol, int days, int maxAge) {}

    private record Known(LocalDate date, Map<Asked, Optional<BigDecimal>> volatilities) {}

    /** The mean of their annualized volatilities over so many daily returns, in percent; symbols without as many are left out. */
    public Optional<BigDecimal> mean(Collection<String> symbols, int days, int maxAge, LocalDate date) {
        Known now = known;
        if (!now.date().equals(date)) {
            now = new Known(date, new ConcurrentHashMap<>());
            known = now;
        }
        Map<Asked, Optional<BigDecimal>> memory = now.volatilities();
        List<BigDecimal> all = symbols.stream()
                .map(symbol -> Objects.requireNonNull(
                        memory.computeIfAbsent(new Asked(symbol, days, maxAge), asked -> read(asked, date))))
                .flatMap(Optional::stream)
                .toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(all.size()), DECIMALS, RoundingMode.HALF_UP));
    }

    private Optional<BigDecimal> read(Asked asked, LocalDate date) {
        List<Price> newest = prices.list(asked.symbol(), date.minusYears(1), date, asked.days() + 1);
        return newest.size() <= asked.days() || newest.getFirst().ageOn(date) > asked.maxAge()
                ? Optional.empty()
                : Optional.of(CloseSeries.percent(Statistics.volatility(returns(newest), CloseSeries.YEAR)));
    }

    private static List<BigDecimal> returns(List<Price> newest) {
        List<BigDecimal> returns = new ArrayList<>(newest.size());
        for (int i = 1; i < newest.size(); i++) {
            returns.add(newest.get(i - 1)
                    .close()
                    .divide(newest.get(i).close(), MathContext.DECIMAL64)
                    .subtract(BigDecimal.ONE));
        }
        return returns;
    }
}
