package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.database.Homes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real home, backed up while somebody posts, and what is made of the backup. */
class BackupTest {

    private static final Homes HOMES = new Homes();
    private static Path home;

    @TempDir
    private static Path backups;

    private final Typed typed = new Typed();

    @BeforeAll
    static void start() throws IOException {
        home = HOMES.fresh("backed-up");
        capitalize("one", 5);
    }

    @AfterAll
    static void stop() throws IOException {
        HOMES.close();
    }

    private static int capitalize(String name, int mains) throws IOException {
        StringBuilder plan = new StringBuilder("name,capital\n");
        for (int i = 1; i <= mains; i++) {
            plan.append(name).append(i).append(",500000\n");
        }
        Path file = Files.writeString(backups.resolve(name + ".csv"), plan);
        return new Typed()
                .run("job run initial-capitalization --quiet --date 2026-01-05 --plan " + file + " --home " + home);
    }

    @Test
    void what_is_restored_is_the_ledger_as_it_was_although_somebody_posted_meanwhile() throws IOException {
        Path backup = backups.resolve("b1");
        CompletableFuture<Integer> posting = CompletableFuture.supplyAsync(() -> posted());
        assertThat(typed.run("db backup " + backup + " --home " + home))
                .as(typed.err())
                .isZero();
        String anchor = typed.out()
                .lines()
                .filter(line -> line.startsWith("anchor "))
                .findFirst()
                .orElseThrow()
                .substring(7);
        assertThat(posting.join()).isZero();

        Path restored = HOMES.fresh("restored");
        assertThat(typed.run("db restore " + backup + " --home " + restored))
                .as(typed.err())
                .isZero();
        assertThat(typed.err()).contains("next: alluse ledger verify --home " + restored + " --anchor ");
        assertThat(typed.run("ledger verify --anchor " + anchor + " --home " + restored))
                .as(typed.out())
                .isZero();
        assertThat(typed.run(
                        "account create --name After --capital 500000 --quiet --date 2026-01-06 --home " + restored))
                .as(typed.err())
                .isZero();
        assertThat(typed.run("ledger verify --home " + restored)).isZero();
        assertThat(typed.run("doctor --quiet --home " + home)).isZero();
        assertThat(typed.out()).as("a backup is known of").doesNotContain("backups");
    }

    private static int posted() {
        try {
            return capitalize("two", 200);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_backup_that_is_not_as_it_was_taken_is_not_restored() throws IOException {
        Path backup = backups.resolve("b2");
        assertThat(typed.run("db backup " + backup + " --quiet --home " + home)).isZero();
        assertThat(typed.run("db backup " + backup + " --home " + home))
                .as("not empty")
                .isEqualTo(6);
        assertThat(typed.run("db restore " + backup + " --home " + home))
                .as("into a home in use")
                .isEqualTo(6);

        Path spoiled = backup.resolve("home/data/PG_VERSION");
        Files.writeString(spoiled, "18\n\n");
        Path fresh = HOMES.fresh("not-restored");
        assertThat(typed.run("db restore " + backup + " --home " + fresh)).isEqualTo(7);
        assertThat(typed.err())
                .contains("PG_VERSION is not as it was backed up")
                .contains("nothing was restored");
        Files.delete(backup.resolve("SHA256SUMS"));
        assertThat(typed.run("db restore " + backup + " --home " + fresh))
                .as("without sums")
                .isEqualTo(5);
        try (Stream<Path> left = Files.list(fresh)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsOnly("pg", "server.lock");
        }
    }

    @Test
    void a_backup_taken_otherwise_is_written_down() {
        assertThat(typed.run("db backup --taken elsewhere --home " + home)).isZero();
        assertThat(typed.out()).startsWith("written down: elsewhere\nanchor ");
        assertThat(typed.run("db backup --home " + home)).isEqualTo(2);
    }

    /** As a cron gives it, with the program of this build. */
    @Test
    void the_script_for_a_cron_makes_a_backup_keeps_its_anchor_and_removes_the_oldest() throws Exception {
        Path program = directory("bin").resolve("alluse");
        Files.writeString(
                program,
                "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -cp '"
                        + System.getProperty("java.class.path") + "' io.alluse.cli.Main \"$@\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Path places = directory("cron");
        Path old = Files.createDirectory(places.resolve("2025-01-01T031500Z"));
        Path strange = Files.createDirectory(places.resolve("of-somebody-else"));
        for (Path path : List.of(old, strange)) {
            Files.setLastModifiedTime(path, FileTime.from(Instant.parse("2025-01-01T03:15:00Z")));
        }
        ProcessBuilder script =
                new ProcessBuilder("sh", "docs/deploy/backup.sh", places.toString(), "14").redirectErrorStream(true);
        script.environment().putAll(Map.of("ALLUSE", program.toString(), "ALLUSE_HOME", home.toString()));
        Process process = script.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(Files.readString(places.resolve("anchors"))).matches("20\\S+Z [0-9a-f]{64}\n");
        assertThat(old).doesNotExist();
        assertThat(strange).exists();
        String name = Files.readString(places.resolve("anchors")).split(" ")[0];
        assertThat(places.resolve(name).resolve("SHA256SUMS")).exists();
    }

    private static Path directory(String name) throws IOException {
        return Files.createDirectories(backups.resolve(name));
    }
}
