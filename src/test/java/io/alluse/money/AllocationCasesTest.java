package io.alluse.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What other people's money libraries say on splitting; each case names the test that it comes from. */
class AllocationCasesTest {

    /** Cases that follow another method than largest remainder, ties to the part named first. */
    private static final Map<String, String> NOT_OURS = Map.of(
            "allocate-25", "cascading truncation from the last part, which drifts by more than the largest remainder",
            "allocate-31", "weights written as fractions; ours are decimals, in which 1/7 cannot be written");

    @ParameterizedTest(name = "{0}")
    @MethodSource("allocations")
    void a_split_agrees_with_other_libraries(Case one) {
        List<Money> parts = Money.ofCents(one.amount()).split(one.weights());

        assertThat(parts).containsExactlyElementsOf(one.expected());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void weights_that_other_libraries_refuse_are_refused(Case one) {
        assertThatThrownBy(() -> Money.ofCents(one.amount()).split(one.weights()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_case_is_either_used_or_named_as_not_ours() {
        assertThat(allocations().count()).isEqualTo(16);
        assertThat(refusals().count()).isEqualTo(3);
        assertThat(cases()).extracting(Case::id).containsAll(NOT_OURS.keySet()).hasSize(16 + 3 + NOT_OURS.size());
    }

    @Test
    void the_cascading_method_is_seen_to_differ() {
        Case cascading = cases().stream()
                .filter(one -> one.id().equals("allocate-25"))
                .findFirst()
                .orElseThrow();

        assertThat(Money.ofCents(cascading.amount()).split(cascading.weights())).isNotEqualTo(cascading.expected());
    }

    static Stream<Case> allocations() {
        return cases().stream().filter(one -> !one.isRefusal() && !NOT_OURS.containsKey(one.id()));
    }

    static Stream<Case> refusals() {
        return cases().stream().filter(Case::isRefusal);
    }

    /** JSON is YAML, so the reader that the program has anyway will do. */
    private static List<Case> cases() {
        try (InputStream file = AllocationCasesTest.class.getResourceAsStream("/cases/allocate_cases.json")) {
            List<Map<String, Object>> all =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(file));
            return all.stream().map(Case::new).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    record Case(Map<String, Object> json) {

        String id() {
            return of(json, "id").toString();
        }

        boolean isRefusal() {
            return of(json, "expected") instanceof Map<?, ?>;
        }

        long amount() {
            return ((Number) input("amount_minor")).longValue();
        }

        /** The shortest text of a number that was read is the text that was written. */
        List<BigDecimal> weights() {
            return ((List<?>) input("ratios"))
                    .stream().map(ratio -> new BigDecimal(ratio.toString())).toList();
        }

        List<Money> expected() {
            return ((List<?>) of(json, "expected"))
                    .stream()
                            .map(cents -> Money.ofCents(((Number) cents).longValue()))
                            .toList();
        }

        private Object input(String key) {
            return of((Map<?, ?>) of(json, "inputs"), key);
        }

        private static Object of(Map<?, ?> map, String key) {
            return Objects.requireNonNull(map.get(key), key);
        }

        @Override
        public String toString() {
            return id() + " " + of((Map<?, ?>) of(json, "origin"), "cite");
        }
    }
}
