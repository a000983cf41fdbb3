package io.alluse.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTextTest {

    private static final Pattern SPACE = Pattern.compile("~");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
             WORDS (~ BETWEEN THEM)                                   | KEPT
             plan~apply~plan.csv                                      | plan apply plan.csv
             account~suspend~A-000001-GEN~--reason~lost key           | account suspend A-000001-GEN --reason 'lost key'
             --reason~it's late                                       | --reason 'it'\\''s late'
             --db~jdbc:postgresql://db:5432/alluse                    | --db jdbc:postgresql://db:5432/alluse
             --db~jdbc:postgresql://db/alluse?user=ann&password=s3cr& | --db jdbc:postgresql://db/alluse?user=ann&password=***&
             --db~jdbc:postgresql://ann:s3cr@db/alluse                | --db jdbc:postgresql://***@db/alluse
             --password=s3cr                                          | --password=***
             API_KEY=s3cr                                             | API_KEY=***
            """, useHeadersInDisplayName = true)
    void words_are_kept_secrets_are_not(String words, String kept) {
        assertThat(CommandText.of(SPACE.splitAsStream(words).toList())).isEqualTo(kept);
    }

    @Test
    void the_caller_is_known_without_the_environment() {
        AuditContext context = AuditContext.of(List.of("alluse"), null, Clock.systemUTC());
        assertThat(context.osUser())
                .isEqualTo(ProcessHandle.current().info().user().orElseThrow());
        assertThat(context.node()).isNotBlank().isNotEqualTo("unknown");
    }
}
