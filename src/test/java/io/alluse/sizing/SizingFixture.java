package io.alluse.sizing;

import io.alluse.instrument.Instrument;
import io.alluse.lot.Held;
import io.alluse.money.Money;
import io.alluse.price.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prices and holdings as tables write them. */
public final class SizingFixture {

    public static final LocalDate DAY = LocalDate.of(2026, 1, 6);

    private SizingFixture() {}

    /** {@code TSLA 250, NVDA 140 @2025-12-20}: of {@link #DAY} where no date is given. */
    public static Market market(@Nullable String prices) {
        List<Price> all = parts(prices).map(SizingFixture::price).toList();
        Map<String, Price> bySymbol = new HashMap<>();
        all.forEach(price -> bySymbol.put(price.symbol(), price));
        Map<String, Calls> calls = all.stream()
                .map(price -> Instrument.parse(price.symbol()).underlying())
                .distinct()
                .collect(Collectors.toMap(symbol -> symbol, symbol -> Calls.of(symbol, all)));
        return new Market(DAY, bySymbol, calls);
    }

    private static Price price(String text) {
        String[] dated = text.split(" @");
        int blank = dated[0].lastIndexOf(' ');
        LocalDate date = dated.length == 1 ? DAY : LocalDate.parse(dated[1]);
        BigDecimal close = new BigDecimal(dated[0].substring(blank + 1));
        return new Price(dated[0].substring(0, blank), date, close, null, null, null);
    }

    /** {@code 100 TSLA for 24000, -1 TSLA 2026-02-20 250 P for -300}. */
    public static List<Held> held(@Nullable String lots) {
        return parts(lots).map(SizingFixture::one).toList();
    }

    private static Held one(String text) {
        String[] priced = text.split(" for ");
        int blank = priced[0].indexOf(' ');
        return new Held(
                Instrument.parse(priced[0].substring(blank + 1)),
                new BigDecimal(priced[0].substring(0, blank)),
                Money.of(priced[1]));
    }

    public static Stream<String> parts(@Nullable String text) {
        return text == null ? Stream.of() : Arrays.stream(text.split(", "));
    }
}
