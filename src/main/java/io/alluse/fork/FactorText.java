package io.alluse.fork;

import io.alluse.text.Json;

/** Factors as they are kept and shown: value, weight, inputs, and a flag where there was no data. */
final class FactorText {

    private FactorText() {}

    static String json(Score score) {
        Json factors = Json.canonical();
        score.factors().forEach(factor -> factors.put(factor.name(), json(factor)));
        return factors.toString();
    }

    private static Json json(Factor factor) {
        Json json = Json.canonical()
                .put("inputs", factor.inputs())
                .put("value", factor.value())
                .put("weight", factor.weight());
        return factor.withoutData() ? json.put("flag", "no data") : json;
    }

    /** {@code load 1 × 0.20 (inProgress 0, most 5)}. */
    static String line(Factor factor) {
        return factor.name() + " " + factor.value().toPlainString() + " × "
                + factor.weight().toPlainString()
                + (factor.withoutData() ? " (no data)" : " " + factor.inputs());
    }
}
