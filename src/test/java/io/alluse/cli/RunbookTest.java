package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.database.Homes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every command that stands after a dollar in docs/runbook.md, in its order, on one real home; and what it answers. */
class RunbookTest {

    private static final Path DOCUMENT = Path.of("docs/runbook.md");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Homes HOMES = new Homes();

    /** What ends with another code than 0 in the state that the test has made. */
    private static final Map<String, Integer> EXITS = Map.of(
            "job stop 12", 6,
            "db status", 7,
            "vault check", 7,
            "statement check january.csv", 3,
            "ledger verify #2", 1,
            "statement import january.csv --account A-000001-GEN --date 2026-01-13", 1,
            "statement import january.csv --account A-000001-GEN --date 2026-01-13 --accept-partial", 3);

    /** Whose answers show a state that the test does not make. */
    private static final Set<String> ILLUSTRATED = Set.of(
            "job status",
            "job status --due",
            "job run initial-capitalization --plan branches.csv --date 2026-02-04",
            "job stop 12",
            "vault check",
            "fork list --state awaiting");

    @TempDir
    private Path directory;

    private Path home;
    private Path restored;
    private final Typed typed = new Typed();
    private final SoftAssertions softly = new SoftAssertions();
    private String anchor = "";

    /** A command as it stands there, how often it has stood there before, and the lines below it. */
    private record Printed(String command, String key, List<String> answer) {}

    @AfterAll
    static void stop() throws IOException {
        HOMES.close();
    }

    @Test
    void every_command_of_the_runbook_does_what_the_runbook_says() throws IOException {
        List<Printed> all = printed();
        assertThat(all).hasSizeGreaterThan(40);
        for (Printed one : all) {
            before(one.key());
            int exit = run(one.command());
            softly.assertThat(exit)
                    .as("$ alluse %s\n%s%s", one.command(), typed.out(), typed.err())
                    .isEqualTo(EXITS.getOrDefault(one.key(), 0));
            if (!ILLUSTRATED.contains(one.key())) {
                compare(one);
            }
            after(one.key());
        }
        softly.assertAll();
    }

    private static List<Printed> printed() throws IOException {
        List<Printed> all = new ArrayList<>();
        boolean inside = false;
        boolean answer = false;
        for (String line : Files.readAllLines(DOCUMENT)) {
            String text = line.strip();
            if (text.startsWith("```")) {
                inside = !inside;
                answer = false;
            } else if (inside && text.startsWith("$ alluse ")) {
                String command = text.substring("$ alluse ".length());
                long times = all.stream()
                        .filter(one -> one.command().equals(command))
                        .count();
                all.add(new Printed(command, times == 0 ? command : command + " #" + (times + 1), new ArrayList<>()));
                answer = true;
            } else if (answer) {
                all.getLast().answer().add(text);
            }
        }
        return all;
    }

    @BeforeEach
    void prepare() throws IOException {
        home = HOMES.fresh("runbook");
        restored = HOMES.fresh("runbook-restored");
        Files.writeString(
                home.resolve("notifications.yaml"), "channels: {log: {to: file, file: log/notifications.log}}\n");
        Files.createDirectories(directory.resolve("inbox"));
        Files.writeString(directory.resolve("branches.csv"), "name,capital\nNorth,500000\n");
        Files.writeString(directory.resolve("january.csv"), """
                "Activity Date","Process Date","Settle Date","Instrument","Description","Trans Code","Quantity","Price","Amount"
                "1/9/2026","1/9/2026","1/12/2026","NVDA","NVIDIA","WARP","5","$180.00","$900.00"
                "1/8/2026","1/8/2026","1/8/2026","","Interest Payment","INT","","","$12.34"
                """);
        Path plan = Files.writeString(
                directory.resolve("plan.csv"), "name,capital\nOne,10000000\nTwo,10000000\nThree,10000000\n");
        assertThat(run("job run initial-capitalization --date 2026-01-05 --plan " + plan))
                .isZero();
    }

    /** The names of files and places are those of the test, and so is the home where the command names none. */
    private int run(String command) {
        List<String> words = WORD.matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .map(this::placed)
                .collect(Collectors.toCollection(ArrayList::new));
        if (!words.contains("--home")) {
            words.addAll(List.of("--home", home.toString()));
        }
        return typed.run(Main.commandLine(), words.toArray(String[]::new));
    }

    private String placed(String word) {
        return switch (word) {
            case "ANCHOR" -> anchor;
            case "inbox", "branches.csv", "january.csv" ->
                directory.resolve(word).toString();
            case "/srv/alluse-restored" -> restored.toString();
            default -> word.startsWith("/backups/") ? directory + word : word;
        };
    }

    private void before(String key) {
        switch (key) {
            case "job status #2" -> attempt(12, "2026-01-06", "FAILED");
            case "job status 13" -> attempt(13, "2026-01-12", "STARTED");
            case "set-aside list --run 12" -> sql("""
                        insert into alluse.account_outcome (run_id, pass, account_id, outcome, reason)
                        select 12, 1, id, 'SET_ASIDE', 'its policy cannot be worked out: buffer' from alluse.account
                        where code = 'A-000002-GEN'""");
            case "break list" -> sql("""
                        insert into alluse.reconciliation_break
                            (brokerage_id, kind, stated, expected, since, as_of, statement)
                        select id, 'cash', 99990.00, 100000.00, '2026-01-13', '2026-01-13', 'january.csv'
                        from alluse.account where code = 'A-000001-GEN'""");
            case "db status", "account list --limit 1" -> run("db stop");
            case "ledger verify #2" -> tamper("+ 1");
            default -> {}
        }
    }

    private void after(String key) {
        typed.out()
                .lines()
                .filter(line -> line.startsWith("anchor "))
                .forEach(line -> anchor = line.substring("anchor ".length()));
        if (key.equals("ledger verify #2")) {
            tamper("- 1");
        }
    }

    private void attempt(int run, String date, String outcome) {
        boolean failed = outcome.equals("FAILED");
        sql("""
                insert into alluse.run (id, job, business_date, started_at, ended_at, outcome, failure)
                overriding system value values (%d, 'tax-and-buffer', '%s', now(), %s, '%s', %s)""".formatted(
                        run,
                        date,
                        failed ? "now()" : "null",
                        outcome,
                        failed ? "'the database went away: terminating connection'" : "null"));
        sql("""
                insert into alluse.run_attempt (run_id, no, node, pid, os_user, started_at, ended_at, outcome)
                values (%d, 1, 'node-2', 22, 'eve', now(), %s, %s)""".formatted(run, failed ? "now()" : "null", failed ? "'FAILED'" : "null"));
    }

    private void tamper(String change) {
        sql("update alluse.account_head set cash = cash " + change + ", capital = capital - (0 " + change + ")"
                + " where account_id = (select id from alluse.account where code = 'A-000003-GEN')");
    }

    private void sql(String statement) {
        run("db start --quiet");
        JdbcClient.create(Homes.administrator(home)).sql(statement).update();
    }

    /** Each line is there, with anything in place of dots and blanks of any width. */
    private void compare(Printed one) {
        List<String> told =
                (typed.out() + typed.err()).lines().map(RunbookTest::narrow).toList();
        for (String line :
                one.answer().stream().filter(line -> !line.equals("…")).toList()) {
            Pattern expected = Pattern.compile(Pattern.quote(narrow(line)).replace("…", "\\E.*\\Q"));
            softly.assertThat(told)
                    .as("$ alluse %s", one.command())
                    .anyMatch(text -> expected.matcher(text).matches());
        }
    }

    private static String narrow(String line) {
        return line.strip().replaceAll(" +", " ");
    }
}
