package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.database.CommandLineProcess;
import io.alluse.database.CommandLineProcess.Answer;
import io.alluse.database.CommandLineProcess.Running;
import io.alluse.database.Homes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one inbox: each file is imported once and put away once, whoever does it. */
class SharedInboxTest {

    private static final int FILES = 5;
    private static final int LINES = 2;

    @TempDir
    private Path dir;

    @Test
    @Timeout(240)
    void two_processes_on_one_inbox_import_every_file_once() throws IOException, SQLException {
        try (Homes homes = new Homes()) {
            Path home = homes.fresh("shared");
            Path plan =
                    Files.writeString(dir.resolve("plan.csv"), "name,capital,gen_reference\nAccount-1,500000,RH:77\n");
            assertThat(run(home, "job run initial-capitalization --date 2025-01-02 --plan " + plan)
                            .exit())
                    .isZero();
            oneIsHeldUp(home);
            bothAtOnce(home);
        }
    }

    private static Answer run(Path home, String words) throws IOException {
        return CommandLineProcess.run((words + " --home " + home).split(" "));
    }

    private Running start(Path home) throws IOException {
        return CommandLineProcess.start(
                ("job run statement-import --date 2026-02-27 --inbox " + inbox() + " --home " + home).split(" "));
    }

    private Path inbox() {
        return dir.resolve("inbox");
    }

    /** While the one stands in the middle of a file, the other says so and leaves. */
    private void oneIsHeldUp(Path home) throws IOException, SQLException {
        fill("held", "1.00");
        List<Running> both;
        try (Connection held = Homes.administrator(home).getConnection();
                Statement statement = held.createStatement()) {
            held.setAutoCommit(false);
            statement.execute("set search_path = alluse");
            statement.execute("lock table statement_stage in exclusive mode");
            both = List.of(start(home), start(home));
            while (both.stream().allMatch(one -> one.process().isAlive())) {
                LockSupport.parkNanos(50_000_000);
            }
        }
        List<Answer> answers = answers(both);
        assertThat(answers).extracting(Answer::exit).as(answers.toString()).containsExactlyInAnyOrder(0, 6);
        assertThat(answers).anyMatch(answer -> answer.err().contains("another process is emptying an inbox"));
        mustBeImportedOnce(home, FILES);
    }

    private void bothAtOnce(Path home) throws IOException {
        fill("free", "2.00");
        List<Answer> answers = answers(List.of(start(home), start(home)));
        assertThat(answers)
                .extracting(Answer::exit)
                .as(answers.toString())
                .contains(0)
                .isSubsetOf(0, 6);
        mustBeImportedOnce(home, 2 * FILES);
    }

    private static List<Answer> answers(List<Running> both) throws IOException {
        List<Answer> answers = new ArrayList<>();
        for (Running one : both) {
            answers.add(one.answer());
        }
        return answers;
    }

    private void fill(String name, String amount) throws IOException {
        Path account = Files.createDirectories(inbox().resolve("A-000001-GEN"));
        for (int i = 1; i <= FILES; i++) {
            Path file = Files.writeString(account.resolve(name + i + ".csv"), """
                    "Activity Date","Process Date","Settle Date","Instrument","Description","Trans Code","Quantity","Price","Amount"
                    "2/%1$d/2026","2/%1$d/2026","2/%1$d/2026","","Interest Payment","INT","","","$%2$s"
                    """.formatted(i, amount));
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-05T00:00:00Z")));
        }
    }

    private void mustBeImportedOnce(Path home, int files) throws IOException {
        Rows rows = Rows.of(Homes.administrator(home));
        assertThat(rows.of(
                        "select outcome, count(*), sum(population) from run where job = 'statement-import' group by 1"))
                .containsExactly("COMPLETED " + files + " " + LINES * files);
        assertThat(rows.number("select count(*) from event where rule = 'statement-import'"))
                .isEqualTo(files);
        try (Stream<Path> all = Files.walk(inbox())) {
            List<Path> found = all.filter(Files::isRegularFile).sorted().toList();
            assertThat(found)
                    .hasSize(2 * files)
                    .allMatch(file -> file.startsWith(inbox().resolve("archive/A-000001-GEN")))
                    .allMatch(file -> file.toString().matches(".*/(held|free)\\d\\.csv(\\.report\\.txt)?"));
            for (Path file : found) {
                if (file.toString().endsWith(".report.txt")) {
                    assertThat(file).content().contains("COMPLETED", "posted         1");
                }
            }
        }
    }
}
