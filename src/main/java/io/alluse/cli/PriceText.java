package io.alluse.cli;

import io.alluse.price.Price;
import io.alluse.text.Json;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A price for people and for programs. */
final class PriceText {

    private PriceText() {}

    /** A dash where the file that it came from had none. */
    static String number(@Nullable BigDecimal number) {
        return number == null ? "-" : number.toPlainString();
    }

    static Json json(Price price) {
        return Json.object()
                .put("symbol", price.symbol())
                .put("date", price.date())
                .put("close", number(price.close()))
                .put("high", optional(price.high()))
                .put("low", optional(price.low()))
                .put("volume", optional(price.volume()));
    }

    private static @Nullable String optional(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
