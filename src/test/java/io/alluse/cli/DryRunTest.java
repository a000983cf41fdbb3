package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dry run says, movement for movement, what the run then posts, and leaves no trace. */
class DryRunTest {

    private static final String DRY = "job run tax-and-buffer --date 2026-01-06 --dry-run";

    private SweepNight night;
    private Rows owner;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @BeforeEach
    void begin() {
        night = SweepNight.begun();
        owner = Rows.of(night.database.test().owner());
    }

    @AfterEach
    void end() {
        night.close();
    }

    private static List<CSVRecord> read(Path file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(file)) {
            return format.parse(reader).getRecords();
        }
    }

    private static String movement(CSVRecord row) {
        return String.join(
                " ",
                row.get("account"),
                row.get("seq"),
                row.get("from"),
                row.get("to"),
                row.get("amount"),
                row.get("effective_date"));
    }

    /** Of the run that came after it; the details in the order of the accounts. */
    private void assertPosted(List<CSVRecord> told) {
        assertThat(owner.of("""
                        select a.code, m.seq, m.from_account, m.to_account, m.amount, m.effective_date
                        from movement m join account a on a.id = m.account_id
                        join event e on e.account_id = m.account_id and e.no = m.event_no
                        where e.rule = 'tax-and-buffer' order by a.id, m.seq"""))
                .hasSize(18)
                .isEqualTo(told.stream()
                        .filter(row -> row.get("outcome").equals("POSTED"))
                        .map(DryRunTest::movement)
                        .toList());
        assertThat(owner.of("select detail from event where rule = 'tax-and-buffer' order by account_id"))
                .isEqualTo(told.stream()
                        .map(row -> row.get("detail"))
                        .filter(detail -> !detail.isEmpty())
                        .toList());
    }

    @Test
    void it_says_what_the_run_then_posts_and_writes_nothing() throws IOException {
        Path file = dir.resolve("told.csv");
        Map<String, Long> before = owner.counts();
        List<String> chains = owner.chains();
        assertThat(before).containsKeys("run", "event", "batch_job_execution").hasSizeGreaterThan(20);
        assertThat(night.run(DRY + " --out " + file)).as(night.typed.err()).isZero();
        assertThat(night.typed.out()).isEqualToNormalizingNewlines("""
                tax-and-buffer of 2026-01-06  dry run, nothing was posted
                  accounts             9
                  posted               6
                  nothing              0
                  waiting              0
                  review               0
                  not eligible         3
                                       3  SAFE
                  set aside            0
                  CASH                 -4,020.00
                  BUFFER               420.00
                  TAX_RESERVE          3,600.00
                  TAX_PAYABLE          3,600.00
                  TRANSFERS            0.00
                  TAXES                3,600.00
                every movement is in %s
                """.formatted(file));
        assertThat(owner.counts()).isEqualTo(before);
        assertThat(owner.chains()).isEqualTo(chains);
        assertThat(dir.toFile().list()).containsExactly(file.getFileName().toString());

        List<CSVRecord> told = read(file);
        assertThat(told).hasSize(21);
        assertThat(told.getLast().toList())
                .containsExactly(
                        "A-000003-COM", "COM", "SAFE", "standard", "NOT_ELIGIBLE", "SAFE", "", "", "", "", "", "", "");
        assertThat(night.run("job run tax-and-buffer --date 2026-01-06 --quiet"))
                .isZero();
        assertPosted(told);
    }

    @Test
    void it_neither_waits_for_those_who_post_nor_makes_them_wait() throws SQLException, IOException {
        Path file = dir.resolve("told.csv");
        try (Connection posting = night.database.test().owner().getConnection();
                Statement statement = posting.createStatement()) {
            posting.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(x'414C4C55'::int, p) from generate_series(0, 15) p");
            statement.execute("select account_id from account_head for update");
            assertThat(night.run(DRY + " --out " + file)).as(night.typed.err()).isZero();
        }
        assertThat(read(file)).hasSize(21);
    }

    @Test
    void a_run_of_that_date_is_mentioned() {
        Path file = dir.resolve("told.csv");
        assertThat(night.run("job run tax-and-buffer --date 2026-01-06 --quiet"))
                .isZero();
        assertThat(night.run(DRY + " --out " + file + " --json")).isZero();
        assertThat(night.typed.err())
                .startsWith(
                        "alluse: run 2 of tax-and-buffer of 2026-01-06 is done: it will not be run again, this is what");
        assertThat(night.typed.out())
                .isEqualToIgnoringNewLines(
                        "{\"schema\":\"alluse.dry-run/1\",\"dryRun\":true,\"job\":\"tax-and-buffer\","
                                + "\"date\":\"2026-01-06\",\"population\":9,\"posted\":0,\"nothing\":6,\"waiting\":0,\"review\":0,"
                                + "\"notEligible\":3,\"setAside\":0,\"reasons\":{"
                                + "\"nothing\":{\"tax, reserve and buffer are up to date\":6},\"notEligible\":{\"SAFE\":3}},"
                                + "\"money\":{},\"transfers\":\"0.00\",\"file\":\"" + file + "\"}");
    }

    @Test
    void an_account_that_cannot_be_read_is_set_aside_as_it_would_be() throws IOException {
        Path file = dir.resolve("told.csv");
        night.rows.execute("update alluse.account_head set base = base + 0.000000001 where account_id ="
                + " (select id from alluse.account where code = 'A-000002-REV')");
        assertThat(night.run(DRY + " --out " + file)).isEqualTo(3);
        assertThat(night.typed.out()).contains("  posted               5\n").contains("  set aside            1\n");
        assertThat(read(file).stream().filter(row -> row.get("outcome").equals("SET_ASIDE")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("account")).isEqualTo("A-000002-REV");
                    assertThat(row.get("tier")).isEmpty();
                    assertThat(row.get("reason")).startsWith("its row cannot be read: ");
                });
        assertThat(night.run("job run tax-and-buffer --date 2026-01-06 --quiet"))
                .isEqualTo(3);
    }

    @Test
    void its_file_has_a_name_is_never_overwritten_unasked_and_may_be_standard_output() throws IOException {
        Path usual = Path.of("tax-and-buffer-2026-01-06-dry-run.csv");
        try {
            assertThat(night.run(DRY + " --quiet")).isZero();
            assertThat(night.typed.out()).isEqualToNormalizingNewlines(usual + "\n");
            assertThat(read(usual)).hasSize(21);
            Files.writeString(usual, "mine");
            assertThat(night.run(DRY)).isEqualTo(6);
            assertThat(night.typed.out()).isEmpty();
            assertThat(night.typed.err())
                    .isEqualToNormalizingNewlines("alluse: " + usual + " exists; choose another name or add --force\n");
            assertThat(usual).hasContent("mine");
            assertThat(night.run(DRY + " --force --quiet")).isZero();
            assertThat(read(usual)).hasSize(21);
        } finally {
            Files.deleteIfExists(usual);
        }
        assertThat(night.run(DRY + " --out -")).isZero();
        assertThat(night.typed.out()).startsWith("account,tier,state,policy,").hasLineCount(22);
        assertThat(night.typed.err())
                .endsWith("alluse: tax-and-buffer of 2026-01-06  dry run, nothing was posted: 6 of 9 accounts would be"
                        + " posted to\n");
        assertThat(night.run(DRY + " --out " + dir.resolve("none").resolve("x.csv")))
                .isEqualTo(2);
        assertThat(night.typed.err()).contains("x.csv: cannot be written: ");
    }
}
