package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.database.CommandLineProcess;
import io.alluse.database.CommandLineProcess.Answer;
import io.alluse.database.Homes;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The first thing that a stranger sees, in a home of its own. */
class DemoTest {

    private static final Homes HOMES = new Homes();
    private static Answer told = new Answer(-1, "", "");
    private static Path home = Path.of("");

    @BeforeAll
    static void tell() throws Exception {
        home = HOMES.fresh("demo");
        told = demo();
    }

    @AfterAll
    static void stop() throws Exception {
        HOMES.close();
    }

    private static Answer demo(String... more) throws Exception {
        String[] words = new String[more.length + 3];
        words[0] = "demo";
        System.arraycopy(more, 0, words, 1, more.length);
        words[more.length + 1] = "--home";
        words[more.length + 2] = home.toString();
        return CommandLineProcess.run(words);
    }

    @Test
    void lives_through_a_quarter() {
        assertThat(told.exit()).as(told.err()).isZero();
        assertThat(told.out())
                .contains("Fri 2 Jan   initial-capitalization: 3 main accounts, 9 accounts, 5,750,000.00")
                .contains("Fri 16 Jan  3 statements, 8 lines posted, 7 known; tax 2,131.11, to contracts 4,972.59")
                .contains("allocated: the gain after tax 4,608.65 to contracts 4,608.65")
                .contains(
                        "Wed 1 Apr   quarterly-allocation: to contracts 12,684.21, to shares 422.66, to LEAPS 4,368.96")
                .contains("clean: 11 accounts, ");
    }

    @Test
    void a_run_is_killed_in_its_middle_and_goes_on() {
        assertThat(told.out())
                .contains("33%  3 of 9 accounts; nobody is carrying it out any more")
                .containsPattern("weekly-reinvestment of 2026-02-13  run \\d+  COMPLETED")
                .containsPattern("attempts +2");
    }

    @Test
    void an_account_forks_in_the_figures_of_the_rules() {
        assertThat(told.out())
                .contains("Fri 27 Mar  fork-sweep: A-000001-GEN has grown")
                .contains("A-000001-GEN-1-GEN confirmed")
                .contains("├─ A-000001-GEN-1-GEN  ACTIVE  26,000.00  received 26,000.00")
                .contains("└─ A-000001-GEN-1-COM  ACTIVE  26,000.00  received 26,000.00");
    }

    @Test
    void given_again_it_shows_what_there_is() throws Exception {
        Answer again = demo();

        assertThat(again.exit()).isZero();
        assertThat(again.err()).contains("the story has been told before; nothing was posted");
        assertThat(again.out()).contains("What there is now:").contains("clean: 11 accounts, ");
    }

    @Test
    void closes_nothing_for_the_accounts_of_others() throws Exception {
        try (Homes others = new Homes()) {
            Path own = others.fresh("own");
            Path plan = Files.writeString(own.resolve("plan.csv"), "name,capital\nOurs,500000\n");
            CommandLineProcess.run(
                    "job", "run", "initial-capitalization", "--plan", plan.toString(), "--home", own.toString());

            Answer refused = CommandLineProcess.run("demo", "--home", own.toString());

            assertThat(refused.exit()).isEqualTo(6);
            assertThat(refused.err()).contains("give it another one: `alluse demo --home DIR`");
        }
    }
}
