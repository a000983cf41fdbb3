package io.alluse.taxledger;

import io.alluse.instrument.Instrument;
import io.alluse.instrument.OptionContract;
import java.util.Set;

/** Options on broad-based indexes, by their root: 60% long, 40% short, whatever the holding period (docs/rules.md 9.2). */
final class BroadIndexes {

    private static final Set<String> ROOTS = Set.of(
            "SPX", "SPXW", "XSP", "NANOS", "OEX", "XEO", "NDX", "NDXP", "XND", "NQX", "RUT", "RUTW", "MRUT", "RUI",
            "RLV", "RLG", "DJX", "VIX", "VIXW", "MXEA", "MXEF");

    private BroadIndexes() {}

    static boolean contain(Instrument instrument) {
        return instrument instanceof OptionContract option && ROOTS.contains(option.root());
    }
}
