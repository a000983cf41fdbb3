package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.database.CommandLineProcess;
import io.alluse.database.CommandLineProcess.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A rehearsal may let the clock of a process go wrong, which is told. */
class ClockOffsetTest {

    @Test
    void a_clock_that_goes_wrong_is_told() throws Exception {
        Answer answer = CommandLineProcess.run(Map.of(Verb.CLOCK_OFFSET, "-P30D"), "policy", "list");

        assertThat(answer.exit()).isZero();
        assertThat(answer.err()).contains("the clock of this process is off by -P30D");
    }

    @Test
    void an_offset_that_is_none_is_refused() throws Exception {
        Answer answer = CommandLineProcess.run(
                Map.of(Verb.CLOCK_OFFSET, "soon"), "job", "status", "--db", "jdbc:postgresql://localhost:1/none");

        assertThat(answer.exit()).isNotZero();
        assertThat(answer.err()).contains("off by soon");
    }
}
