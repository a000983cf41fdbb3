package io.alluse.holding;

import io.alluse.money.Money;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What books, agencies and other people's programs say on lots and tax; each case names where it comes from, with its licence. */
public final class LotCases {

    private LotCases() {}

    /** JSON is YAML, so the reader that the program has anyway will do. */
    public static List<Case> all() {
        try (InputStream file = LotCases.class.getResourceAsStream("/cases/lots_cases.json")) {
            List<Map<String, Object>> all =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(file));
            return all.stream().map(Case::new).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static Stream<Case> of(String metric) {
        return all().stream().filter(one -> one.metric().equals(metric));
    }

    /** A member of a case, itself an object, a list or a text. */
    public record Node(@Nullable Object json) {

        public Node at(String key) {
            return new Node(((Map<?, ?>) Objects.requireNonNull(json)).get(key));
        }

        public boolean has(String key) {
            return json instanceof Map<?, ?> map && map.containsKey(key);
        }

        public List<Node> list() {
            return ((List<?>) Objects.requireNonNull(json))
                    .stream().map(Node::new).toList();
        }

        public String text() {
            return Objects.requireNonNull(json).toString();
        }

        /** The shortest text of a number that was read is the text that was written. */
        public BigDecimal number() {
            return new BigDecimal(text());
        }

        public LocalDate date() {
            return LocalDate.parse(text().substring(0, 10));
        }

        /** Brokers' decimals beyond the eighth, which no amount of ours has, are cut. */
        public Money dollars() {
            return Money.of(number().setScale(Money.MOST_DECIMALS, RoundingMode.DOWN));
        }
    }

    /** One of them. */
    public record Case(Map<String, Object> json) {

        public String id() {
            return member("id").text();
        }

        public String metric() {
            return member("metric").text();
        }

        public Node inputs() {
            return member("inputs");
        }

        public Node expected() {
            return member("expected");
        }

        private Node member(String key) {
            return new Node(Objects.requireNonNull(json.get(key), key));
        }

        @Override
        public String toString() {
            return id() + " " + member("origin").at("cite").text();
        }
    }
}
