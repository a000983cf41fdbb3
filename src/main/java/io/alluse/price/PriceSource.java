package io.alluse.price;

import io.alluse.calendar.BusinessDay;
import java.util.Map;
import java.util.function.Consumer;

/** A file with prices in it. */
sealed interface PriceSource permits PriceFile, PositionPrices {

    String name();

    /** Hands on what becomes of every row. */
    void read(BusinessDay today, Consumer<PriceDecision> decisions);

    /** Where the columns of a price file stand in it, counted from one; once it has been read. */
    Map<String, Integer> columns();
}
