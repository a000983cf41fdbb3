package io.alluse.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.alluse.account.Brokerage;
import io.alluse.account.BrokerageReference;
import io.alluse.audit.Act;
import io.alluse.calendar.BusinessDay;
import io.alluse.cli.CapitalizedDatabase;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerageMappingTest {

    private Acts acts;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @BeforeEach
    void capitalize() {
        acts = Acts.on(CapitalizedDatabase.of("""
                name,capital,mapping,gen_reference,main_reference
                One,500000,,,
                Two,500000,,U2,
                Shared,500000,per-main,,
                """));
    }

    @AfterEach
    void drop() {
        acts.close();
    }

    private BrokerageMapping.Mapped map(String code, String reference, Brokerage state) {
        return acts.mapping().map(code, new BrokerageReference(reference), state, Acts.ACT, false);
    }

    private String mapped(String code, String reference) {
        try {
            return map(code, reference, Brokerage.CONFIRMED).state();
        } catch (Fault e) {
            return Fault.reason(e);
        }
    }

    private Path file(String text) throws IOException {
        return Files.writeString(dir.resolve("mapping.csv"), text);
    }

    @Test
    void opened_then_confirmed_makes_it_active() {
        map("A-000001-GEN", "APP-7", Brokerage.OPENED);
        assertThat(acts.state("A-000001-GEN")).isEqualTo("SAFE");
        assertThat(map("A-000001-GEN", "U1", Brokerage.CONFIRMED).activated()).isEqualTo(1);
        assertThat(acts.lastEvent("A-000001-GEN"))
                .isEqualTo("3 account-map confirmed MAPPED 2026-01-05 2026-01-05 ACTIVE"
                        + " {\"brokerage\":\"confirmed\",\"brokerageBefore\":\"opened\",\"from\":\"SAFE\","
                        + "\"reason\":\"because\",\"reference\":\"U1\",\"to\":\"ACTIVE\",\"who\":\"ann\"}");
        assertThat(acts.lastAudit()).isEqualTo("ann because A-000001-GEN confirmed reference U1");
        assertThat(acts.ask("select reference, state, confirmed_on from brokerage_account where reference = 'U1'"))
                .isEqualTo("U1 confirmed 2026-01-05");
    }

    @Test
    void a_suspended_account_stays_so_when_its_brokerage_account_is_confirmed() {
        acts.force("A-000001-GEN", "SUSPENDED");
        assertThat(map("A-000001-GEN", "U1", Brokerage.CONFIRMED).activated()).isZero();
        assertThat(acts.lastEvent("A-000001-GEN"))
                .startsWith("2 account-map confirmed MAPPED 2026-01-05 2026-01-05 - ");
    }

    @Test
    void per_main_confirms_all_accounts_of_the_main_account() {
        assertThat(map("A-000003", "M3", Brokerage.CONFIRMED).activated()).isEqualTo(3);
        assertThat(acts.ask("select count(*) from event where kind = 'MAPPED' and state = 'ACTIVE'"))
                .isEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             CODE         | REFERENCE | EXIT | LINE
             A-000001-GEN | U2        | 6    | reference U2 is used by A-000002-GEN
             A-000002-GEN | U2        | 6    | A-000002-GEN is already confirmed; nothing was changed
             A-000002-GEN | U9        | 6    | reference U9 cannot be confirmed: A-000002-GEN is confirmed as U2
             A-000001     | U9        | 2    | A-000001 has no brokerage account of its own (mapping per-account): give one of its accounts, such as A-000001-GEN
             A-000003-GEN | U9        | 2    | A-000003-GEN has no brokerage account of its own (mapping per-main): give A-000003
             A-000009-GEN | U9        | 5    | A-000009-GEN is no account; see `alluse account list`
             A-000001-XXX | U9        | 5    | A-000001-XXX is no account; see `alluse account list`
             A-0-GEN      | U9        | 5    | A-0-GEN is no account; see `alluse account list`
             nonsense     | U9        | 5    | nonsense is no account; see `alluse account list`
            """, useHeadersInDisplayName = true)
    void what_stands_against_it_is_one_line(String code, String reference, int exit, String line) {
        long before = acts.events();
        Fault fault = catchThrowableOfType(Fault.class, () -> map(code, reference, Brokerage.CONFIRMED));
        assertThat(fault).hasMessage(line);
        assertThat(fault.exit().code()).isEqualTo(exit);
        assertThat(acts.events()).isEqualTo(before);
    }

    @Test
    void good_rows_of_a_file_are_kept_and_the_others_named_by_place() throws IOException {
        Path csv = file("""
                code,reference,state
                A-000001-GEN,U1,
                A-000001-REV,U1,
                A-000001-REV,a b,
                A-000001-GEN,U4,
                A-000001-COM,U2,confirmed
                A-000009-GEN,U9,
                nonsense,U8,
                A-000001-COM,U7,released
                A-000003-GEN,U6,
                A-000002-REV,,
                A-000002-GEN,U2,opened
                A-000003,M3,opened
                """);
        MappingReport report = acts.mapping().mapFile(csv, Acts.ACT, false, false);
        assertThat(report.problems().stream().map(problem -> problem.in("f")))
                .containsExactly(
                        "f:3:2: reference 'U1': is on line 2 too",
                        "f:4:2: reference 'a b': is not a brokerage reference (letters, digits and :._/- only, at most 64)",
                        "f:5:1: code 'A-000001-GEN': is on line 2 too",
                        "f:6:2: reference 'U2': is used by A-000002-GEN",
                        "f:7:1: code 'A-000009-GEN': is no account; see `alluse account list`",
                        "f:8:1: code 'nonsense': is not the code of an account such as A-000042-GEN",
                        "f:9:3: state 'released': is neither opened nor confirmed",
                        "f:10:1: code 'A-000003-GEN': has no brokerage account of its own (mapping per-main): give A-000003",
                        "f:12:2: reference 'U2': is on line 6 too");
        assertThat(report)
                .extracting(
                        MappingReport::rows,
                        MappingReport::mapped,
                        MappingReport::already,
                        MappingReport::open,
                        MappingReport::refused,
                        MappingReport::activated)
                .containsExactly(12L, 2L, 0L, 1L, 9L, 1L);
        MappingReport again = acts.mapping().mapFile(csv, Acts.ACT, false, false);
        assertThat(again.mapped()).isZero();
        assertThat(again.already()).isEqualTo(2);
    }

    @Test
    void a_reference_that_an_unfinished_run_has_staged_is_reserved() throws IOException {
        acts.capitalized().stopped("name,capital,gen_reference\nFour,500000,U4\n");
        String reserved = "is reserved by run 2, which has not finished";
        assertThat(mapped("A-000001-GEN", "U4")).isEqualTo("reference U4 " + reserved);
        MappingReport report = acts.mapping()
                .mapFile(file("code,reference\nA-000001-GEN,U4\nA-000001-REV,U5\n"), Acts.ACT, false, false);
        assertThat(report.problems().stream().map(problem -> problem.in("f")))
                .containsExactly("f:2:2: reference 'U4': " + reserved);
        assertThat(report.mapped()).isEqualTo(1);
        acts.capitalized().capitalize("name,capital,gen_reference\nFour,500000,U4\n");
        assertThat(mapped("A-000001-GEN", "U4")).isEqualTo("reference U4 is used by A-000004-GEN");
    }

    @Test
    void nothing_is_mapped_or_released_before_it_was_opened() throws IOException {
        Act early = new Act("ann", "because", BusinessDay.parse("2026-01-04"));
        BrokerageReference reference = new BrokerageReference("U1");
        String line = "was opened on 2026-01-05, after --date 2026-01-04";
        Path csv = file("code,reference\nA-000001-GEN,U1\nA-000003,M3\n");
        long before = acts.events();
        Fault one = catchThrowableOfType(
                Fault.class, () -> acts.mapping().map("A-000001-GEN", reference, Brokerage.CONFIRMED, early, false));
        assertThat(one).hasMessage("A-000001-GEN " + line);
        assertThat(one.exit()).isEqualTo(Exit.USAGE);
        assertThat(acts.mapping().mapFile(csv, early, false, false).problems().stream()
                        .map(problem -> problem.in("f")))
                .containsExactly("f:2:1: code 'A-000001-GEN': " + line, "f:3:1: code 'A-000003': " + line);
        acts.force("A-000002-GEN", "CLOSED");
        assertThat(catchThrowableOfType(Fault.class, () -> acts.mapping().release("A-000002-GEN", early, false)))
                .hasMessage("A-000002-GEN " + line);
        assertThat(acts.events()).isEqualTo(before);
    }

    @Test
    void what_changes_nothing_leaves_no_trace() throws IOException {
        Path csv = file("code,reference\nA-000001-GEN,U1\nA-000003,M3\n");
        String traces = "select (select count(*) from audit), (select count(*) from event),"
                + " (select last_value from pg_sequences where sequencename = 'audit_id_seq')";
        String before = acts.ask(traces);
        for (boolean allOrNothing : List.of(false, true)) {
            MappingReport report = acts.mapping().mapFile(csv, Acts.ACT, allOrNothing, true);
            assertThat(List.of(report.mapped(), report.activated())).containsExactly(2L, 4L);
        }
        acts.mapping().map("A-000001-GEN", new BrokerageReference("U1"), Brokerage.CONFIRMED, Acts.ACT, true);
        Path nothing = file("code,reference\nA-000002-GEN,U2\nA-000001-REV,\n");
        acts.mapping().mapFile(nothing, Acts.ACT, false, false);
        acts.mapping().mapFile(nothing, Acts.ACT, true, false);
        assertThat(acts.ask(traces)).isEqualTo(before);
    }

    @Test
    void a_file_is_one_command_in_the_audit() throws IOException {
        acts.mapping().mapFile(file("code,reference\nA-000001-GEN,U1\nA-000003,M3\n"), Acts.ACT, false, false);
        assertThat(acts.lastAudit())
                .isEqualTo("ann because A-000001-GEN confirmed reference U1, A-000003 confirmed reference M3");
    }

    @Test
    void what_serves_closed_accounts_only_is_no_longer_asked_for() {
        acts.force("A-000001-COM", "CLOSED");
        acts.force("A-000003-GEN", "CLOSED");
        StringBuilder out = new StringBuilder();
        assertThat(acts.mapping().writeRequests(out)).isEqualTo(5);
        assertThat(out.toString()).doesNotContain("A-000001-COM").contains("A-000003,");
        acts.force("A-000003-REV", "CLOSED");
        acts.force("A-000003-COM", "CLOSED");
        assertThat(acts.mapping().writeRequests(new StringBuilder())).isEqualTo(4);
    }

    @Test
    void all_or_nothing_writes_nothing_where_a_row_is_refused() throws IOException {
        long before = acts.events();
        Path csv = file("code,reference\nA-000001-GEN,U1\nA-000001-REV,U2\n");
        MappingRefused refused =
                catchThrowableOfType(MappingRefused.class, () -> acts.mapping().mapFile(csv, Acts.ACT, true, false));
        assertThat(refused)
                .hasMessage("1 rows of the file were refused and --all-or-nothing was asked for; nothing was written");
        assertThat(refused.problems()).hasSize(1);
        assertThat(acts.events()).isEqualTo(before);
        Path good = file("code,reference\nA-000001-GEN,U1\nA-000001-REV,U3\nA-000003,U4\n");
        assertThat(acts.mapping().mapFile(good, Acts.ACT, true, true).mapped()).isEqualTo(3);
        assertThat(acts.events()).isEqualTo(before);
        assertThat(acts.mapping().mapFile(good, Acts.ACT, true, false).mapped()).isEqualTo(3);
        assertThat(acts.events()).isEqualTo(before + 5);
    }

    @Test
    void the_requests_are_a_file_that_is_taken_back() throws IOException {
        map("A-000001-REV", "APP-1", Brokerage.OPENED);
        StringBuilder out = new StringBuilder();
        assertThat(acts.mapping().writeRequests(out)).isEqualTo(6);
        assertThat(out.toString()).isEqualTo("""
                code,reference,main,name,tier,opening_cash,requested_on,current_state,opened_as
                A-000001-GEN,,A-000001,One,GEN,100000.00,2026-01-05,requested,
                A-000001-REV,,A-000001,One,REV,150000.00,2026-01-05,opened,APP-1
                A-000001-COM,,A-000001,One,COM,250000.00,2026-01-05,requested,
                A-000002-REV,,A-000002,Two,REV,150000.00,2026-01-05,requested,
                A-000002-COM,,A-000002,Two,COM,250000.00,2026-01-05,requested,
                A-000003,,A-000003,Shared,,500000.00,2026-01-05,requested,
                """);
        Path untouched = file(out.toString());
        assertThat(acts.mapping().mapFile(untouched, Acts.ACT, false, false).open())
                .isEqualTo(6);
        Path filled = file(out.toString().replaceAll("(?m)^(A-[^,]+),,", "$1,X:$1,"));
        MappingReport report = acts.mapping().mapFile(filled, Acts.ACT, false, false);
        assertThat(report.mapped()).isEqualTo(6);
        assertThat(report.activated()).isEqualTo(8);
        assertThat(acts.mapping().writeRequests(new StringBuilder())).isZero();
    }

    @Test
    void a_closed_account_releases_its_brokerage_account_and_the_reference_is_never_used_again() {
        assertThat(catchThrowableOfType(Fault.class, () -> acts.mapping().release("A-000002-GEN", Acts.ACT, false)))
                .hasMessage("A-000002-GEN releases its brokerage account only when all it serves is closed:"
                        + " A-000002-GEN is ACTIVE");
        acts.force("A-000002-GEN", "CLOSED");
        acts.mapping().release("A-000002-GEN", Acts.ACT, false);
        assertThat(acts.lastEvent("A-000002-GEN")).startsWith("2 account-map released MAPPED");
        assertThat(catchThrowableOfType(Fault.class, () -> acts.mapping().release("A-000002-GEN", Acts.ACT, false)))
                .hasMessage("A-000002-GEN is already released; nothing was changed");
        assertThat(catchThrowableOfType(Fault.class, () -> map("A-000001-GEN", "U2", Brokerage.CONFIRMED)))
                .hasMessage("reference U2 is used by A-000002-GEN");
    }

    /** In different table partitions no lock is shared: the constraint decides. */
    @Test
    void of_two_who_take_a_reference_at_once_one_gets_it_and_the_other_is_told() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (String tier : List.of("REV", "COM")) {
                List<Callable<String>> both = new ArrayList<>();
                for (String main : List.of("A-000001-", "A-000002-")) {
                    both.add(() -> mapped(main + tier, "SAME-" + tier));
                }
                List<String> results = new ArrayList<>();
                for (Future<String> result : threads.invokeAll(both)) {
                    results.add(result.get());
                }
                assertThat(results)
                        .contains("confirmed")
                        .anyMatch(text -> text.matches("reference SAME-... is used by A-00000[12]-" + tier));
            }
        }
    }
}
