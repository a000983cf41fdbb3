package io.alluse.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.yaml.Key;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyHashTest {

    private static final String STANDARD = Shipped.text("standard.yaml");

    /** Whatever key it is, one of these is another legal value of it, unless it only changes together with others. */
    private static final List<String> CANDIDATES = List.of(
            "3",
            "4",
            "0.81",
            "0.6",
            "0.5",
            "90",
            "200_000",
            "7-9",
            "none",
            "per-main",
            "scored",
            "liquidate",
            "policy",
            "pre-tax",
            "value",
            "[any any any COM]",
            "[META]",
            "[FRI]",
            "[COM 100]");

    @Test
    void comments_order_and_ways_of_writing_do_not_change_the_hash() {
        String reordered = "# another comment\n" + STANDARD.substring(STANDARD.indexOf("tiers:"))
                + STANDARD.substring(0, STANDARD.indexOf("tiers:")).replaceAll("#.*", "");
        String rewritten = STANDARD.replace("10_000_000", "10000000.00")
                .replace("riskMultiplier: 1.0", "riskMultiplier: 1")
                .replace("market: 0.30", "market: 0.3")
                .replace("split: 20", "split: 20.00")
                .replace("entry: [MON, TUE, WED]", "entry: [WED, MON, TUE]")
                .replace("symbols: [TSLA, NVDA]", "symbols:\n      - TSLA\n      - 'NVDA'");

        assertThat(Shipped.read(reordered).orFault().hash()).isEqualTo(Shipped.STANDARD.hash());
        assertThat(Shipped.read(rewritten).orFault().hash()).isEqualTo(Shipped.STANDARD.hash());
    }

    @Test
    void the_order_of_symbols_and_children_means_something() {
        String symbols = STANDARD.replace("symbols: [TSLA, NVDA]", "symbols: [NVDA, TSLA]");
        String children = STANDARD.replace("into: [GEN 50, COM 50]", "into: [COM 50, GEN 50]");

        assertThat(Shipped.read(symbols).orFault().hash()).isNotEqualTo(Shipped.STANDARD.hash());
        assertThat(Shipped.read(children).orFault().hash()).isNotEqualTo(Shipped.STANDARD.hash());
    }

    static List<String> keys() {
        return List.copyOf(Shipped.STANDARD.values().keySet());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void one_changed_value_changes_the_hash_unless_it_is_the_description(String key) {
        Map<String, String> changed = new LinkedHashMap<>(Shipped.STANDARD.values());
        changed.merge(key, "x", String::concat);

        PolicyHash hash = PolicyHash.ofText(PolicyText.canonical(changed));

        assertThat(hash.equals(Shipped.STANDARD.hash())).isEqualTo(key.equals("description"));
    }

    @Test
    void an_override_of_any_key_changes_the_hash_if_and_only_if_it_changes_the_value() {
        List<String> bound = new ArrayList<>();
        for (Key<?> key : PolicyKeys.ALL) {
            List<Policy> others = others(key);
            if (others.isEmpty() && key.overridable()) {
                bound.add(key.path().replaceAll("(GEN|REV|COM)", "*"));
            }
            assertThat(others)
                    .allSatisfy(other -> assertThat(other.hash().equals(Shipped.STANDARD.hash()))
                            .as(key.path())
                            .isEqualTo(PolicyDiff.between(Shipped.STANDARD, other)
                                    .differences()
                                    .isEmpty()));
        }
        assertThat(bound).filteredOn(path -> !isPartOfASum(path)).isEmpty();
    }

    /** The policies that an override of this one key can make of the standard one, other values only. */
    private static List<Policy> others(Key<?> key) {
        List<Policy> others = new ArrayList<>();
        for (String candidate : CANDIDATES) {
            if (candidate.equals(Shipped.STANDARD.values().get(key.path()))) {
                continue;
            }
            if (Shipped.STANDARD.check("test", List.of(new PolicyOverride(key.path(), candidate)))
                    instanceof PolicyCheck.Valid<Policy>(Policy other)) {
                others.add(other);
            }
        }
        return others;
    }

    /** These change together only; those of COM's fork and of groups that say none need their siblings. */
    private static boolean isPartOfASum(String path) {
        return path.contains(".weights.") || path.matches("tiers\\.\\*\\.(split|fork.*|weekly.*|quarterly.*)");
    }

    @Test
    void a_hash_is_its_hexadecimal_digits() {
        PolicyHash hash = Shipped.STANDARD.hash();

        assertThat(hash.toString()).hasSize(64);
        assertThat(hash.bytes()).hasSize(32);
        assertThat(PolicyHash.of(hash.bytes())).isEqualTo(hash).hasSameHashCodeAs(hash);
        assertThat(hash.toString()).startsWith(hash.brief());
        assertThatThrownBy(() -> new PolicyHash("12")).hasMessage("a policy hash has 64 hexadecimal digits, was 12");
    }

    @ParameterizedTest
    @CsvSource({"standard, 1eff5cb7ed24", "screenplay, 813069a9df4f", "constitution, bf9a28cc9f78"})
    void a_shipped_policy_never_changes_under_its_version(String name, String hash) {
        assertThat(Shipped.BOOK.policy(name).version()).isEqualTo(1);
        assertThat(Shipped.BOOK.policy(name).hash().brief()).isEqualTo(hash);
    }

    @Test
    void a_policy_that_is_on_record_with_other_content_is_a_conflict() {
        Policy changed = Shipped.STANDARD.with(List.of(new PolicyOverride("buffer", "6")));

        assertThat(Shipped.STANDARD.mustMatch(Shipped.STANDARD.hash())).isSameAs(Shipped.STANDARD);
        Assertions.assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> changed.mustMatch(Shipped.STANDARD.hash()))
                .withMessage("policy standard version 1 has changed: its content is "
                        + changed.hash().brief() + ", on record is 1eff5cb7ed24; give the changed policy a new version")
                .satisfies(fault -> assertThat(fault.exit()).isEqualTo(Exit.CONFLICT));
    }
}
