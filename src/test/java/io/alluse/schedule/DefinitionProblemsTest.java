package io.alluse.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionProblemsTest {

    private static final List<KnownJob> KNOWN = List.of(
            KnownJob.plain("tax-and-buffer"), new KnownJob("statement-import", Set.of("inbox"), Set.of("settle")));

    @TempDir
    private Path jobs;

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '\0', textBlock = """
             LINE                       | PROBLEM
             name: other                | mine.yaml:1:7: name: must be mine as the file is called (found other)
             job: Tax!                  | mine.yaml:3:6: job: must be a name of lower-case letters, digits and dashes, starting with a letter (found Tax!)
             arguments: {inbox: x}      | mine.yaml:4:1: arguments: must be a list, also an empty one, of OPTION=VALUE, such as [inbox=/data/inbox], each named once (found keys below it)
             arguments: [a=1, a=2]      | mine.yaml:4:12: arguments: must be a list, also an empty one, of OPTION=VALUE, such as [inbox=/data/inbox], each named once (found [a=1, a=2])
             arguments: [--inbox=x]     | mine.yaml:4:12: arguments: must be a list, also an empty one, of OPTION=VALUE, such as [inbox=/data/inbox], each named once (found [--inbox=x])
             dates: daily               | mine.yaml:5:8: dates: must be `every-trading-day` or `first-trading-day-of-week` or `last-trading-day-of-week` or `first-trading-day-of-month` or `last-trading-day-of-month` or `first-trading-day-of-quarter` or `last-trading-day-of-quarter` or `first-trading-day-of-year` or `last-trading-day-of-year` (found daily)
             runs: now                  | mine.yaml:6:7: runs: must be `after-close` or `next-trading-day` (found now)
             cron: 30 18 * *            | mine.yaml:7:7: cron: must be five fields such as 30 18 * * *: minute, hour, day of month, month, weekday (found 30 18 * *)
             cron: 0 30 18 * * *        | mine.yaml:7:7: cron: must be five fields such as 30 18 * * *: minute, hour, day of month, month, weekday (found 0 30 18 * * *)
             cron: "* 18 * * *"         | mine.yaml:7:7: cron: must have one number from 0 to 59 as its minute: a date falls due once (found "* 18 * * *")
             cron: 0 18,19 * * *        | mine.yaml:7:7: cron: must have one number from 0 to 23 as its hour: a date falls due once (found 0 18,19 * * *)
             cron: 0 24 * * *           | mine.yaml:7:7: cron: must have one number from 0 to 23 as its hour: a date falls due once (found 0 24 * * *)
             cron: 0 18 30 2 *          | mine.yaml:7:7: cron: never comes: there is no such day (found 0 18 30 2 *)
             cron: 0 18 31 4,6,9,11 *   | mine.yaml:7:7: cron: never comes: there is no such day (found 0 18 31 4,6,9,11 *)
             cron: 0 18 1 * MON         | mine.yaml:7:7: cron: must leave the day of month or the weekday to * (found 0 18 1 * MON)
             cron: 0 18 * * MOON        | mine.yaml:7:7: cron: has no legal weekday: MOON; it is *, a number from 0 to 7, a range such as 0-7, */2, or a list of these (found 0 18 * * MOON)
             cron: 0 18 * 13 *          | mine.yaml:7:7: cron: has no legal month: 13; it is *, a number from 1 to 12, a range such as 1-12, */2, or a list of these (found 0 18 * 13 *)
             cron: 0 18 5-1 * *         | mine.yaml:7:7: cron: has no legal day of month: 5-1; it is *, a number from 1 to 31, a range such as 1-31, */2, or a list of these (found 0 18 5-1 * *)
             cron: 0 0 * * *            | mine.yaml:7:7: cron: must not fall due between 00:00 and 03:00 in New York, where it is 00:00 then: clocks are put in these hours (found 0 0 * * *)
             cron: 59 2 * * *           | mine.yaml:7:7: cron: must not fall due between 00:00 and 03:00 in New York, where it is 02:59 then: clocks are put in these hours (found 59 2 * * *)
             zone: America/New-York     | mine.yaml:8:7: zone: unknown time zone, did you mean `America/New_York`? (found America/New-York)
             zone: EST+5                | mine.yaml:8:7: zone: unknown time zone (found EST+5)
             calendar: nise             | mine.yaml:9:11: calendar: unknown calendar, did you mean `nyse`? (found nise)
             earlyClose: yes            | mine.yaml:10:13: earlyClose: must be `shift` or `keep` (found yes)
             after: tax-and-buffer      | mine.yaml:11:8: after: must be a list, also an empty one, of definitions, such as [tax-and-buffer], each named once (found tax-and-buffer)
             catchUp: all               | mine.yaml:12:10: catchUp: must be `all-in-order` or `latest-only` or `ask` (found all)
             threads: 0                 | mine.yaml:15:12: width.threads: must be a whole number from 1 to 64 (found 0)
             chunk: 20001               | mine.yaml:16:10: width.chunk: must be `none` or a whole number from 1 to 20000 (found 20001)
             timeLimit: 0s              | mine.yaml:17:12: timeLimit: expected more than no time, such as 5s: 0s (found 0s)
             deadline: soon             | mine.yaml:18:11: deadline: not a time such as 90s, 15m, 2h or PT2H: soon (found soon)
             retries: -1                | mine.yaml:19:10: retries: must be a whole number from 0 to 20 (found -1)
            """)
    void one_wrong_value_is_one_problem_with_its_place(String line, String problem) {
        assertThat(Written.problems(Written.text(line))).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             LINE      | BY              | PROBLEM
             retries:  | retires:        | mine.yaml:19:10: retires: unknown key, did you mean `retries`? (found 3)
             retries:  | '#'             | mine.yaml:1:1: retries: is missing
             deadline: | 'retries: 1\n#' | mine.yaml:20:1: retries: is there twice, first on line 18 (found 3)
            """)
    void a_key_is_known_there_and_there_once(String line, String by, String problem) {
        assertThat(Written.problems(Written.PLAIN.replace(line, by.replace("\\n", "\n"))))
                .contains(problem);
    }

    /** Every time of a zone is tried against the hours in New York, in summer and in winter. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             CRON        | ZONE             | EARLY | LEGAL
             0 3 * * *   | America/New_York | keep  | true
             59 23 * * * | America/New_York | shift | true
             30 2 * * *  | Europe/Berlin    | shift | true
             0 6 * * *   | Europe/Berlin    | keep  | false
             0 9 * * *   | Europe/Berlin    | keep  | true
             59 8 * * *  | Europe/Berlin    | keep  | false
             0 5 * * *   | Europe/Berlin    | keep  | false
             59 4 * * *  | Europe/Berlin    | keep  | true
             0 5 * * *   | Europe/London    | keep  | false
             30 4 * * *  | Europe/London    | keep  | false
             59 3 * * *  | Europe/London    | keep  | true
             0 14 * * *  | Asia/Tokyo       | keep  | false
            """)
    void nothing_falls_due_while_clocks_are_put(String cron, String zone, String early, boolean legal) {
        List<String> problems =
                Written.problems(Written.text("cron: " + cron, "zone: " + zone, "earlyClose: " + early));
        assertThat(problems.isEmpty()).as(problems.toString()).isEqualTo(legal);
    }

    @Test
    void what_waits_for_itself_is_told_with_the_way_round() throws IOException {
        write("a", "after: [c]");
        write("b", "after: [a]", "job: statement-import", "arguments: [inbox=in]");
        write("c", "after: [b]", "job: statement-import", "arguments: [inbox=out]");
        write("d", "after: [c]", "job: statement-import", "arguments: [inbox=far]");
        assertThat(problems())
                .containsExactly(
                        "a.yaml:11:8: after: waits for itself: a → c → b → a (found [c])",
                        "b.yaml:11:8: after: waits for itself: b → a → c → b (found [a])",
                        "c.yaml:11:8: after: waits for itself: c → b → a → c (found [b])");
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> JobDefinitions.read(jobs))
                .satisfies(fault -> assertThat(fault.exit()).isEqualTo(Exit.USAGE))
                .withMessageContaining("waits for itself")
                .withMessageNotContaining("\n");
    }

    @Test
    void definitions_jobs_and_options_must_be_known() throws IOException {
        write("night", "after: [nihgt-import]");
        write("night-import", "job: statement-import", "arguments: [inbx=in]");
        write("weekly", "job: tax-and-bufer");
        write("zz", "after: [zz]");
        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "night.yaml:11:8: after: unknown definition `nihgt-import`, did you mean `night-import`? (found [nihgt-import])",
                        "night-import.yaml:4:12: arguments: statement-import needs inbox=VALUE (found [inbx=in])",
                        "night-import.yaml:4:12: arguments: statement-import does not take inbx (found [inbx=in])",
                        "weekly.yaml:3:6: job: unknown job, did you mean `tax-and-buffer`?; see `alluse job list` (found tax-and-bufer)",
                        "zz.yaml:3:6: job: is what night runs, with the same arguments (found tax-and-buffer)",
                        "zz.yaml:11:8: after: waits for itself: zz → zz (found [zz])");
    }

    @Test
    void what_travels_with_the_program_is_in_order() {
        List<KnownJob> all = JobDefinitions.shipped().all().stream()
                .map(job -> new KnownJob(job.job(), job.arguments().keySet(), Set.of()))
                .toList();
        assertThat(JobDefinitions.problems(all)).isEmpty();
    }

    private List<String> problems() {
        return JobDefinitions.problems(jobs, KNOWN).stream()
                .map(Problem::toString)
                .map(problem -> problem.substring(jobs.toString().length() + 1))
                .toList();
    }

    private void write(String name, String... lines) throws IOException {
        Files.writeString(
                jobs.resolve(name + ".yaml"), Written.text(lines).replaceFirst("name: mine", "name: " + name));
    }
}
