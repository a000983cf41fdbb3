package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What should have been on a statement and was not: told once its day is over, until a line brings it (docs/rules.md 4.7). */
class OverdueStoryTest {

    private static final String GEN = "A-000001-GEN";
    private static final String HEADER =
            "Activity Date,Process Date,Settle Date,Instrument,Description,Trans Code,Quantity,Price,Amount\n";

    @TempDir
    private Path dir;

    private CapitalizedDatabase database;
    private Typed typed;

    @BeforeEach
    void create() {
        database = CapitalizedDatabase.of("name,capital,gen_reference\nOne,500000,G:1\n");
        typed = Typed.on(database);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private void run(String words) {
        assertThat(typed.run(words)).as(typed.err()).isZero();
    }

    private void statement(String date, String line) throws IOException {
        Path file = Files.writeString(dir.resolve(date + ".csv"), HEADER + line + "\n");
        run("statement import " + file + " --account " + GEN + " --date " + date);
    }

    private String alerts() {
        run("alert list --account " + GEN);
        return typed.out();
    }

    /** 2026-01-16 is a Friday, and the Monday after it a holiday. */
    @Test
    void a_put_that_has_expired_is_told_of_until_a_line_ends_it() throws IOException {
        statement("2026-01-06", "1/6/2026,1/6/2026,1/7/2026,TSLA,TSLA 1/16/2026 Put $250.00,STO,1,$2.00,$200.00");
        run("job run funding --date 2026-01-16");
        run("job run funding --date 2026-01-20");
        assertThat(alerts()).isEmpty();
        run("job run funding --date 2026-01-21");
        assertThat(alerts())
                .contains("option-expired", "1 TSLA 2026-01-16 250 P were written and have expired")
                .contains("they still bind money");
        run("account lots " + GEN);
        assertThat(typed.out()).contains("expired, no line has ended it");
        run("account lots " + GEN + " --as-of 2026-01-16");
        assertThat(typed.out()).doesNotContain("expired");
        statement(
                "2026-01-22",
                "1/16/2026,1/16/2026,1/16/2026,TSLA,Option Expiration for TSLA 1/16/2026 Put $250.00,OEXP,1S,,");
        run("job run funding --date 2026-01-22");
        assertThat(alerts()).isEmpty();
    }

    @Test
    void opening_capital_that_was_overdue_is_told_of_no_more_as_soon_as_its_line_comes() throws IOException {
        run("job run funding --date 2026-01-28");
        assertThat(alerts()).contains("announcement-overdue", "100,000.00 was to arrive by 2026-01-27");
        statement("2026-01-28", "1/20/2026,1/20/2026,1/20/2026,,Money,ACH,,,\"$100,000.00\"");
        assertThat(alerts()).isEmpty();
    }
}
