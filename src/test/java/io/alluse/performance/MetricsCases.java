package io.alluse.performance;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What other people's programs say on performance; each case names the test that it comes from, with its licence. */
final class MetricsCases {

    private static final String MISSING = "NaN";

    private MetricsCases() {}

    static Stream<Case> of(String metric) {
        return all().stream().filter(one -> one.text("metric").equals(metric));
    }

    /** JSON is YAML, so the reader that the program has anyway will do. */
    private static List<Case> all() {
        try (InputStream file = MetricsCases.class.getResourceAsStream("/cases/metrics_cases.json")) {
            List<Map<String, Object>> all =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(file));
            return all.stream().map(Case::new).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** One of them. */
    record Case(Map<String, Object> json) {

        String text(String key) {
            return member(json, key).toString();
        }

        boolean hasReturns() {
            return inputs().containsKey("returns") && !(json.get("expected") instanceof List<?>);
        }

        /** Observations that are missing count where the case says so, as a day without a return. */
        List<BigDecimal> returns(boolean missingCount) {
            return ((List<?>) member(inputs(), "returns"))
                    .stream()
                            .map(Object::toString)
                            .filter(one -> missingCount || !one.equals(MISSING))
                            .map(one -> one.equals(MISSING) ? BigDecimal.ZERO : new BigDecimal(one))
                            .toList();
        }

        int perYear() {
            return Integer.parseInt(member((Map<?, ?>) member(json, "params"), "periods_per_year")
                    .toString());
        }

        BigDecimal expected() {
            return new BigDecimal(text("expected"));
        }

        BigDecimal tolerance() {
            return new BigDecimal(text("tolerance"));
        }

        private Map<?, ?> inputs() {
            return (Map<?, ?>) member(json, "inputs");
        }

        private static Object member(Map<?, ?> map, String key) {
            return Objects.requireNonNull(map.get(key), key);
        }

        @Override
        public String toString() {
            return text("id") + " " + member((Map<?, ?>) member(json, "origin"), "cite");
        }
    }
}
