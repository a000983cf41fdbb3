package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.run.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private static final long SECOND = 1_000_000_000L;

    private final StringWriter err = new StringWriter();

    private ProgressLine line(boolean terminal, boolean json) {
        return new ProgressLine(new PrintWriter(err, true), "accounts", terminal, json);
    }

    /** A run of 1,000 that was at 300 when it was first seen and does 50 a second. */
    private static void go(ProgressLine line) {
        line.show(new Progress(0, 0, 0), 0);
        line.show(new Progress(300, 1_000, 0), 5 * SECOND);
        line.show(new Progress(350, 1_000, 0), 6 * SECOND);
        line.show(new Progress(400, 1_000, 2), 7 * SECOND);
        line.show(new Progress(1_000, 1_000, 2), 19 * SECOND);
        line.end();
    }

    @Test
    void elsewhere_than_on_a_terminal_it_is_a_line_for_each_tenth() {
        go(line(false, false));
        assertThat(err).hasToString("""
                alluse:  30%  300 of 1,000 accounts
                alluse:  40%  400 of 1,000 accounts, 2 set aside  50/s  12 s left
                alluse: 100%  1,000 of 1,000 accounts, 2 set aside  50/s  0.0 s left
                """);
    }

    @Test
    void for_programs_it_is_json_also_on_a_terminal() {
        go(line(true, true));
        assertThat(err).hasToString("""
                {"percent":30,"done":300,"total":1000,"setAside":0,"rate":null,"eta_s":null}
                {"percent":40,"done":400,"total":1000,"setAside":2,"rate":50,"eta_s":12}
                {"percent":100,"done":1000,"total":1000,"setAside":2,"rate":50,"eta_s":0}
                """);
    }

    @Test
    void on_a_terminal_it_is_a_bar_that_is_taken_away() {
        go(line(true, false));
        assertThat(err.toString())
                .startsWith("\r[#########.....................]  30%  300 of 1,000 accounts   \r")
                .contains("\r[##########....................]  35%  350 of 1,000 accounts  50/s   \r")
                .contains("  40%  400 of 1,000 accounts, 2 set aside  50/s  12 s left   \r")
                .endsWith("\r" + " ".repeat(110) + "\r");
    }
}
