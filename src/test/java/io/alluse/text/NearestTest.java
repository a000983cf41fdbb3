package io.alluse.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> KNOWN = List.of("standard", "screenplay", "constitution", "tax.short");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             standrd     | unknown policy, did you mean `standard`?
             Standard    | unknown policy, did you mean `standard`?
             screen-play | unknown policy, did you mean `screenplay`?
             tax.sort    | unknown policy, did you mean `tax.short`?
             tax         | unknown policy
             zzz         | unknown policy
             ''          | unknown policy
            """)
    void a_word_is_taken_for_a_near_one_only(String word, String expected) {
        assertThat(Nearest.unknown("policy", word, KNOWN)).isEqualTo(expected);
    }
}
