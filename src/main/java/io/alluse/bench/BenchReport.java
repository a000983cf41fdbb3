package io.alluse.bench;

import io.alluse.text.Json;
import io.alluse.text.TextTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a measurement found: medians of its rounds, and ratios below 1 where ours is the faster side. */
public record BenchReport(
        String bench,
        long n,
        String unit,
        int rounds,
        List<Side> sides,
        Map<String, Double> ratios,
        Map<String, Object> facts,
        long rssMaxMb) {

    /** One side of the measurement. */
    public record Side(String name, double seconds, double perSecond, double rowsPerSecond) {}

    public Json json() {
        Side ours = sides.getFirst();
        Json numbers = Json.object();
        ratios.forEach((name, ratio) -> numbers.put(name, rounded(ratio, 3)));
        Json json = Json.object()
                .put("bench", bench)
                .put("n", n)
                .put("rounds", rounds)
                .put("seconds", rounded(ours.seconds(), 3))
                .put("perSecond", rounded(ours.perSecond(), 0))
                .put("rowsPerSecond", rounded(ours.rowsPerSecond(), 0))
                .put("rssMaxMb", rssMaxMb)
                .put("ratios", numbers);
        facts.forEach(json::put);
        return json.put(
                "sides",
                sides.stream()
                        .map(side -> Json.object()
                                .put("side", side.name())
                                .put("seconds", rounded(side.seconds(), 3))
                                .put("perSecond", rounded(side.perSecond(), 0))
                                .put("rowsPerSecond", rounded(side.rowsPerSecond(), 0)))
                        .toList());
    }

    private static BigDecimal rounded(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
    }

    public String text() {
        TextTable table = TextTable.of("SIDE", ">SECONDS", ">" + unit.toUpperCase(Locale.ROOT) + "/S", ">ROWS/S");
        for (Side side : sides) {
            table.row(
                    side.name(),
                    String.format(Locale.ROOT, "%.2f", side.seconds()),
                    String.format(Locale.ROOT, "%,.0f", side.perSecond()),
                    String.format(Locale.ROOT, "%,.0f", side.rowsPerSecond()));
        }
        StringBuilder text = new StringBuilder(
                        String.format(Locale.ROOT, "%s, %,d %s, median of %d rounds%n", bench, n, unit, rounds))
                .append(table);
        ratios.forEach((name, ratio) -> text.append(String.format(Locale.ROOT, "ratio to %s: %.2f%n", name, ratio)));
        facts.forEach(
                (name, fact) -> text.append(name).append(": ").append(fact).append('\n'));
        return text.append("resident memory at most ")
                .append(rssMaxMb)
                .append(" MB\n")
                .toString();
    }
}
