package io.alluse.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.money.Money;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example of docs/rules.md 5.6 is what the rule does. */
class IntentExampleTest {

    private static final Path RULES = Path.of("docs/rules.md");
    private static final int PRICE = 1;
    private static final int CONTRACTS = 5;
    private static final int COLLATERAL = 6;

    private static List<String> section() throws IOException {
        String rules = Files.readString(RULES);
        return rules.substring(rules.indexOf("**5.6 Order"), rules.indexOf("**5.7 "))
                .lines()
                .toList();
    }

    /** Symbol, price, part, bought with it, with what is left, contracts, collateral. */
    private static List<List<String>> table() throws IOException {
        return section().stream()
                .filter(line -> line.startsWith("| TSLA") || line.startsWith("| NVDA"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(cell -> cell.strip().replace(",", ""))
                        .toList())
                .toList();
    }

    private static Intended decided(String nvda, String tsla) {
        return IntentRule.decide(
                IntentFixture.account(
                        PolicyBook.shipped().policy("standard"),
                        Tier.GEN,
                        "CASH 180000 ALLOCATED_CONTRACTS 70000",
                        "10000"),
                IntentFixture.facts(null, "-1 NVDA 2026-02-20 100 P for -90", "TSLA " + tsla + ", NVDA " + nvda));
    }

    private static Money stays(Intended intended) {
        return intended.unspent().getFirst().amount();
    }

    @Test
    void the_table_says_what_the_rule_asks_for() throws IOException {
        List<List<String>> table = table();
        assertThat(table).hasSize(2);
        Intended intended = decided(table.getLast().get(PRICE), table.getFirst().get(PRICE));
        assertThat(IntentFixture.intents(intended))
                .isEqualTo(table.stream()
                        .map(row ->
                                "CONTRACTS " + row.get(CONTRACTS) + " " + row.getFirst() + " " + row.get(COLLATERAL))
                        .collect(Collectors.joining(", ")));
        assertThat(section())
                .anyMatch(line ->
                        line.contains("Stays allocated: " + stays(intended).readable() + "."));
    }

    @ParameterizedTest
    @CsvSource({"140.00, 2, 28000.00, 7000.00"})
    void the_sentence_below_it_holds_too(String nvda, String contracts, Money collateral, Money stays)
            throws IOException {
        Intended intended = decided(nvda, "250");
        assertThat(IntentFixture.intents(intended)).endsWith("CONTRACTS " + contracts + " NVDA " + collateral);
        assertThat(stays(intended)).isEqualTo(stays);
        assertThat(section())
                .anyMatch(line -> line.contains("If NVDA were at " + nvda + " it would be " + contracts
                        + " contracts for " + collateral.readable() + ", and " + stays.readable() + " would stay."));
    }
}
