package io.alluse.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.policy.PolicyBook;
import io.alluse.policy.PolicyOverride;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/rules.md 5.6. */
class LeapsLadderTest {

    /** Contracts and quarters of one symbol after the other; of four contracts in three quarters, two would be half in one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             CAP | WANTED                             | RUNGS
             40  | A 0 Q1Q2Q3                         |
             40  | A 1 Q1Q2Q3                         | A Q1 1
             40  | A 2 Q1Q2Q3                         | A Q1 1, A Q2 1
             40  | A 3 Q1Q2Q3                         | A Q1 1, A Q2 1, A Q3 1
             40  | A 4 Q1Q2Q3                         | A Q1 1, A Q2 1, A Q3 1
             40  | A 5 Q1Q2Q3                         | A Q1 2, A Q2 2, A Q3 1
             40  | A 6 Q1Q2Q3                         | A Q1 2, A Q2 2, A Q3 2
             40  | A 7 Q1Q2Q3                         | A Q1 2, A Q2 2, A Q3 2
             40  | A 8 Q1Q2Q3                         | A Q1 3, A Q2 3, A Q3 2
             40  | A 9 Q1Q2                           | A Q1 5, A Q2 4
             40  | A 9 Q2                             | A Q2 9
             40  | A 1 Q1Q2Q3, B 1 Q1Q2Q3, C 1 Q1Q2Q3 | A Q1 1, B Q2 1, C Q3 1
             40  | A 3 Q1, B 5 Q1Q2Q3                 | A Q1 3, B Q1 1, B Q2 2, B Q3 2
             34  | A 5 Q1Q2Q3                         | A Q1 1, A Q2 1, A Q3 1
             34  | A 6 Q1Q2Q3                         | A Q1 2, A Q2 2, A Q3 2
             30  | A 7 Q1Q2Q3                         | A Q1 3, A Q2 2, A Q3 2
             100 | A 4 Q1Q2Q3                         | A Q1 2, A Q2 1, A Q3 1
            """)
    void contracts_are_spread_evenly_and_no_quarter_is_over_its_cap(String cap, String wanted, @Nullable String rungs) {
        LeapsLadder ladder = new LeapsLadder(PolicyBook.shipped()
                .policy("standard")
                .with(List.of(new PolicyOverride("leaps.quarterCap", cap)))
                .leaps());
        Map<String, SortedMap<LocalDate, Long>> all = new LinkedHashMap<>();
        for (String one : wanted.split(", ")) {
            String[] words = one.split(" ");
            Set<LocalDate> quarters = quarters(words[2]);
            all.put(words[0], ladder.spread(ladder.within(Long.parseLong(words[1]), quarters.size()), quarters));
        }
        assertThat(told(all)).isEqualTo(rungs == null ? "" : rungs);
    }

    private static Set<LocalDate> quarters(String words) {
        return Arrays.stream(words.split("Q"))
                .filter(number -> !number.isEmpty())
                .map(number -> LocalDate.of(2027, Integer.parseInt(number) * 3 - 2, 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String told(Map<String, SortedMap<LocalDate, Long>> all) {
        return all.entrySet().stream()
                .flatMap(symbol -> symbol.getValue().entrySet().stream()
                        .map(rung -> symbol.getKey() + " Q" + (rung.getKey().getMonthValue() + 2) / 3 + " "
                                + rung.getValue()))
                .collect(Collectors.joining(", "));
    }
}
